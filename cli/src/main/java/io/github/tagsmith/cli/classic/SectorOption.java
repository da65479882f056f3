package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which sectors of the card are meant. */
final class SectorOption {

    @Option(
            names = "--sector",
            paramLabel = "N[-M]",
            converter = SectorRange.Word.class,
            description = "Only these sectors: one, or a range such as 0-3. May be given more than once.")
    private List<SectorRange> wanted = new ArrayList<>();

    SectorOption() {}

    /** In order; all of the card if none is named. */
    List<SectorNo> of(ClassicType type) throws NfcException {
        List<SectorNo> named = wanted.stream()
                .flatMap(SectorRange::sectors)
                .sorted()
                .distinct()
                .toList();
        for (SectorNo sector : named) {
            if (sector.value() >= type.sectorCount()) {
                throw new NfcException(
                        ErrorKind.INVALID_REQUEST,
                        "no sector " + sector.value() + ": this card has 0 to " + (type.sectorCount() - 1));
            }
        }
        return named.isEmpty() ? type.sectors() : named;
    }
}
