package io.github.tagsmith.desfire.agreement;

import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.picc.memory.CardState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a card should hold and know: applications, keys, who is authenticated. */
final class ModelCard {

    /** Who is authenticated. */
    record Login(AuthenticationMethod method, KeyNo key) {}

    /** An application, or the card itself, which has no files. */
    static final class Place {

        final KeyAlgorithm algorithm;
        final List<DesfireKey> keys = new ArrayList<>();
        final Map<FileNo, ModelFile> files = new TreeMap<>();

        Place(KeyAlgorithm algorithm, int keyCount) {
            this.algorithm = algorithm;
            for (int i = 0; i < keyCount; i++) {
                keys.add(DesfireKey.zero(algorithm));
            }
        }
    }

    /** A card as it was delivered: without applications, or with those that cannot be created. */
    static ModelCard of(CardState delivered) {
        ModelCard model = new ModelCard();
        delivered.applications().forEach((aid, application) -> {
            int keyCount = application.keySets().current().keys().size();
            Place place = new Place(KeyAlgorithm.AES, keyCount);
            application.files().forEach((number, file) -> place.files.put(number, ModelFile.of(file)));
            model.applications.put(aid, place);
        });
        return model;
    }

    final Map<Aid, Place> applications = new LinkedHashMap<>();
    final Place picc = new Place(KeyAlgorithm.TDEA_2, 1);
    Aid selected = Aid.PICC;
    Optional<Login> login = Optional.empty();

    Place place() {
        return selected.isPicc() ? picc : applications.get(selected);
    }

    Optional<KeyNo> key() {
        return login.map(Login::key);
    }

    boolean isMaster() {
        return key().equals(Optional.of(KeyNo.MASTER));
    }

    void select(Aid aid) {
        dropTransaction();
        selected = aid;
        login = Optional.empty();
    }

    /** A first authentication begins a transaction anew, a further one goes on with it. */
    void logIn(AuthenticationMethod method, KeyNo key, boolean further) {
        if (!further) {
            dropTransaction();
        }
        login = Optional.of(new Login(method, key));
    }

    /** After an error: the session is gone, and what an authenticated reader had open. */
    void refused() {
        if (login.isPresent()) {
            dropTransaction();
        }
        login = Optional.empty();
    }

    void reset() {
        select(Aid.PICC);
    }

    boolean isOpen() {
        return place().files.values().stream().anyMatch(ModelFile::isOpen);
    }

    void commit() {
        place().files.values().forEach(ModelFile::commit);
    }

    void dropTransaction() {
        place().files.values().forEach(ModelFile::drop);
    }
}
