package io.github.tagsmith.core.meaning;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A DESFire command and its whole answer, frames joined.
 *
 * @param command its name, for instance {@code GetVersion}
 * @param frames numbers of the exchanges it took
 * @param params its parameters
 * @param data answers of all frames, joined, without status
 * @param status the last status
 * @param parsed what the data says, where that is known; empty otherwise
 */
public record DesfireExchange(
        String command,
        List<Integer> frames,
        Map<String, Object> params,
        Bytes data,
        String status,
        Map<String, Object> parsed) {

    /**
     * Copies lists and maps.
     *
     * @param command its name
     * @param frames numbers of the exchanges it took
     * @param params its parameters
     * @param data answers of all frames, joined
     * @param status the last status
     * @param parsed what the data says
     */
    public DesfireExchange {
        frames = List.copyOf(frames);
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        parsed = Collections.unmodifiableMap(new LinkedHashMap<>(parsed));
    }
}
