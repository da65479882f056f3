package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.model.BlockNo;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Block numbers, decimal or with 0x. */
final class BlockConverter implements ITypeConverter<BlockNo> {

    BlockConverter() {}

    @Override
    public BlockNo convert(String value) {
        try {
            return new BlockNo(Integer.decode(value));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("\"" + value + "\" is no block: 0 to 255, or 0x00 to 0xFF");
        }
    }
}
