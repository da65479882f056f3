package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.model.SectorNo;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Sector numbers, decimal or with 0x. */
final class SectorConverter implements ITypeConverter<SectorNo> {

    SectorConverter() {}

    @Override
    public SectorNo convert(String value) {
        try {
            return new SectorNo(Integer.decode(value));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("\"" + value + "\" is no sector: 0 to 39, or 0x00 to 0x27");
        }
    }
}
