package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.desfire.sdm.SdmOptions;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.AccessRights;
import io.github.tagsmith.desfire.model.FileSettings;
import io.github.tagsmith.desfire.model.SdmSettings;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What ChangeFileSettings can give a file beside mode and rights: further rights, and secure dynamic messaging. */
final class AccessOptions {

    @Option(
            names = "--more-rights",
            paramLabel = "R,W,RW,C",
            converter = Words.RightsWord.class,
            description = "Further rights, each of which allows by itself; may be given up to 7 times, EV2 and later.")
    @Nullable
    private List<AccessRights> more;

    @Option(names = "--no-more-rights", description = "Take the further rights away.")
    private boolean none;

    @Mixin
    private SdmOptions sdm = new SdmOptions();

    AccessOptions() {}

    boolean isGiven() {
        return more != null || none || sdm.isGiven();
    }

    List<AccessRights> moreOver(List<AccessRights> now) throws NfcException {
        if (none && more != null) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "--more-rights or --no-more-rights, not both");
        }
        return none ? List.of() : more == null ? now : more;
    }

    Optional<SdmSettings> sdmOver(FileSettings now) throws NfcException {
        return sdm.over(now instanceof FileSettings.Data data ? data.sdm() : Optional.empty());
    }
}
