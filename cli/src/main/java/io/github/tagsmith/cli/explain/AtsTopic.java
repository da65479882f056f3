package io.github.tagsmith.cli.explain;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.identify.Ats;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer to select. */
final class AtsTopic implements ByteTopic {

    @Override
    public String name() {
        return "ats";
    }

    @Override
    public boolean fits(Bytes bytes) {
        return bytes.length() >= 2 && bytes.length() <= 20 && bytes.get(0) == bytes.length() && bytes.get(1) < 0x80;
    }

    @Override
    public Explanation explanation(Bytes bytes) throws NfcException {
        Ats ats = Ats.parse(bytes);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("frame", "the card takes frames of up to " + ats.frameSize() + " bytes (FSC)");
        ats.rates().ifPresent(rates -> {
            details.put("to card", rates.toCard());
            details.put("from card", rates.fromCard());
        });
        ats.waiting().ifPresent(waiting -> {
            details.put("FWT", String.format("%.1f ms for an answer", waiting.frameMicros() / 1000));
            details.put("SFGT", String.format("%.1f ms of rest after the ATS", waiting.guardMicros() / 1000));
        });
        ats.options().ifPresent(options -> {
            details.put("CID", options.cid());
            details.put("NAD", options.nad());
        });
        details.put(
                "historical",
                ats.historical().isEmpty() ? "none" : ats.historical().toHex());
        return new Explanation(
                "ats", bytes.toHex(), "answer to select (ISO/IEC 14443-4)", details, List.of(), List.of());
    }
}
