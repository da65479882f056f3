package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.identify.CardVersion;
import io.github.tagsmith.desfire.model.ApplicationKeys;
import io.github.tagsmith.desfire.model.KeyVersion;
import java.util.Optional;

/** What {@code desfire info} tells. */
record InfoReport(
        Fields start,
        CardVersion version,
        Optional<Integer> freeMemory,
        Optional<ApplicationKeys> keys,
        Optional<KeyVersion> masterVersion) {

    private static final String UNKNOWN = "unknown";
    private static final int MAJOR = 3;
    private static final int MINOR = 4;

    Fields fields() {
        Optional<String> product = version.product();
        Optional<String> uid = version.uid().map(Bytes::toHex);
        Fields fields = start.with("product", product.orElse(null))
                .with("uid", uid.orElse(null))
                .with("hardware", number(version.hardware()))
                .with("software", version.software().map(InfoReport::number).orElse(null))
                .with("storage", version.storage())
                .with("batch", version.batch().map(Bytes::toHex).orElse(null))
                .with("produced", produced().orElse(null))
                .with("freeMemory", freeMemory.orElse(null))
                .with("keySettings", keys.map(KeysText::json).orElse(null))
                .with("masterKeyVersion", masterVersion.map(KeyVersion::value).orElse(null));
        fields.line("product     " + product.orElse(UNKNOWN))
                .line("UID         " + uid.orElse(UNKNOWN))
                .line("hardware    " + number(version.hardware()) + ", " + version.storage())
                .line("software    "
                        + version.software().map(InfoReport::number).orElse(UNKNOWN))
                .line("batch       " + version.batch().map(Bytes::toHex).orElse(UNKNOWN)
                        + produced().map(when -> ", " + when).orElse(""))
                .line("free        " + freeMemory.map(bytes -> bytes + " bytes").orElse("not told"));
        fields.line("master key  " + keys.map(KeysText::algorithmText).orElse("not told")
                + masterVersion.map(known -> ", version " + known).orElse(""));
        keys.map(known -> known.settings())
                .map(KeysText::words)
                .ifPresent(words -> fields.line("settings    " + words));
        return fields;
    }

    private static String number(Bytes part) {
        return part.get(MAJOR) + "." + part.get(MINOR);
    }

    private Optional<String> produced() {
        return version.week().flatMap(week -> version.year().map(year -> "week " + week + " of 20" + year));
    }
}
