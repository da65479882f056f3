package io.github.tagsmith.cli.desfire.sdm;

import io.github.tagsmith.desfire.model.SdmSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where a card mirrors things to, as a list of {@code NAME=OFFSET}. */
record SdmOffsets(SdmSettings.Offsets offsets) {

    private static final List<String> NAMES = List.of("uid", "counter", "picc", "tamper", "mac-input", "enc", "mac");

    static final class Word implements ITypeConverter<SdmOffsets> {

        @Override
        public SdmOffsets convert(String value) {
            Map<String, String> places = new LinkedHashMap<>();
            for (String part : value.split(",", -1)) {
                String[] sides = part.strip().split("=", 2);
                if (sides.length != 2 || !NAMES.contains(sides[0]) || places.put(sides[0], sides[1]) != null) {
                    throw wrong(part);
                }
            }
            Optional<Integer> mac = number(places, "mac");
            return new SdmOffsets(new SdmSettings.Offsets(
                    number(places, "uid"),
                    number(places, "counter"),
                    number(places, "picc"),
                    number(places, "tamper"),
                    number(places, "mac-input").or(() -> mac),
                    Optional.ofNullable(places.get("enc")).map(Word::part),
                    mac));
        }

        private static Optional<Integer> number(Map<String, String> places, String name) {
            return Optional.ofNullable(places.get(name)).map(Word::number);
        }

        private static int number(String text) {
            try {
                return Integer.decode(text);
            } catch (NumberFormatException noNumber) {
                throw wrong(text);
            }
        }

        private static SdmSettings.Part part(String text) {
            String[] sides = text.split(":", 2);
            if (sides.length != 2) {
                throw wrong("enc=" + text);
            }
            return new SdmSettings.Part(number(sides[0]), number(sides[1]));
        }

        private static TypeConversionException wrong(String part) {
            return new TypeConversionException("\"" + part + "\" is no offset: uid=N, counter=N, picc=N, tamper=N,"
                    + " mac-input=N, enc=N:LENGTH or mac=N, with commas between them");
        }
    }
}
