package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.desfire.model.IsoFileId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The ISO file identifier of something new. */
final class IsoFileIdOption {

    @Option(
            names = "--iso-fid",
            paramLabel = "FID",
            converter = Words.IsoFileIdWord.class,
            description = "Its ISO file identifier: 4 hexadecimal digits.")
    @Nullable
    private IsoFileId number;

    IsoFileIdOption() {}

    Optional<IsoFileId> value() {
        return Optional.ofNullable(number);
    }
}
