package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.testing.Json;
import io.github.tagsmith.desfire.command.KeyChange;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeySetNo;
import io.github.tagsmith.desfire.model.KeyVersion;
import java.util.Map;
import java.util.Optional;

/** ChangeKey as a vector or a test spells it. */
public record RawKeyChange(Bytes header, DesfireKey newKey, Optional<DesfireKey> oldKey) implements KeyChange<Bytes> {

    /** From the members {@code new_key}, {@code new_key_type}, {@code new_key_version} and {@code old_key}. */
    public static RawKeyChange of(String keyNoByte, Map<String, Object> inputs) {
        KeyAlgorithm algorithm = Keys.algorithm((String) inputs.getOrDefault("new_key_type", "AES"));
        Bytes value = Bytes.fromHex(Json.text(inputs, "new_key"));
        DesfireKey key = DesfireKey.of(algorithm, value);
        if (algorithm == KeyAlgorithm.AES) {
            int version = Bytes.fromHex(Json.text(inputs, "new_key_version")).get(0);
            key = new DesfireKey(algorithm, key.value(), new KeyVersion(version));
        }
        Optional<DesfireKey> old = Optional.ofNullable((String) inputs.get("old_key"))
                .map(hex -> DesfireKey.of(algorithm, Bytes.fromHex(hex)));
        return new RawKeyChange(Bytes.fromHex(keyNoByte), key, old);
    }

    @Override
    public Instruction instruction() {
        return Instruction.CHANGE_KEY;
    }

    @Override
    public KeyNo keyNo() {
        return new KeyNo(header.get(0) & 0x3F);
    }

    @Override
    public Optional<KeySetNo> keySet() {
        return Optional.empty();
    }

    @Override
    public Bytes decode(Bytes answer) {
        return answer;
    }
}
