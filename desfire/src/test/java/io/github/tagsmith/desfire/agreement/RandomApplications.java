package io.github.tagsmith.desfire.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.ApplicationParameters;
import io.github.tagsmith.desfire.command.CreateApplication;
import io.github.tagsmith.desfire.command.DeleteApplication;
import io.github.tagsmith.desfire.command.FormatPicc;
import io.github.tagsmith.desfire.command.GetApplicationIds;
import io.github.tagsmith.desfire.command.GetCardUid;
import io.github.tagsmith.desfire.command.GetFileIds;
import io.github.tagsmith.desfire.command.GetKeyVersion;
import io.github.tagsmith.desfire.command.IsoCommands;
import io.github.tagsmith.desfire.command.SelectApplication;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.ApplicationKeys;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeySettings;
import io.github.tagsmith.desfire.picc.memory.Application;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Selecting, creating, deleting applications, and asking about them. */
final class RandomApplications {

    private static final int MOST_APPLICATIONS = 6;

    private final RandomReader reader;

    RandomApplications(RandomReader reader) {
        this.reader = reader;
    }

    void select() throws NfcException {
        if (!reader.can(Capability.APPLICATIONS)) {
            selectTheOnly();
            return;
        }
        List<Aid> there = new ArrayList<>(reader.model().applications.keySet());
        there.add(Aid.PICC);
        boolean isThere = reader.random().nextInt(10) > 0;
        Aid aid = isThere
                ? reader.oneOf(there)
                : new Aid(0xF00000 | reader.random().nextInt(0x1000));
        if (reader.order(
                new SelectApplication(aid, Optional.empty()),
                RandomReader.unless(isThere, DesfireStatus.APPLICATION_NOT_FOUND))) {
            reader.model().select(aid);
        }
    }

    /** Cards with one application know it by name. */
    private void selectTheOnly() throws NfcException {
        Application only =
                reader.card().state().applications().values().iterator().next();
        reader.count();
        ResponseApdu answer =
                reader.channel().transmit(IsoCommands.select(only.dfName().orElseThrow()));
        assertEquals(StatusWord.OK, answer.sw());
        reader.model().select(only.aid());
    }

    void manage() throws NfcException {
        if (!reader.can(Capability.APPLICATIONS)) {
            return;
        }
        int choice = reader.random().nextInt(20);
        if (choice == 0 && reader.model().isMaster()) {
            if (reader.order(new FormatPicc(), Optional.empty())) {
                reader.model().applications.clear();
            }
        } else if (choice < 5 && !reader.model().applications.isEmpty()) {
            Aid aid = reader.oneOf(List.copyOf(reader.model().applications.keySet()));
            if (reader.order(
                    new DeleteApplication(aid),
                    RandomReader.unless(reader.model().isMaster(), DesfireStatus.AUTHENTICATION_ERROR))) {
                reader.model().applications.remove(aid);
            }
        } else if (reader.model().applications.size() < MOST_APPLICATIONS) {
            createApplication();
        }
    }

    private void createApplication() throws NfcException {
        Aid aid = new Aid(1 + reader.random().nextInt(12));
        KeyAlgorithm algorithm = reader.oneOf(List.of(KeyAlgorithm.TDEA_2, KeyAlgorithm.TDEA_3, KeyAlgorithm.AES));
        int keyCount = 1 + reader.random().nextInt(5);
        ApplicationKeys keys = ApplicationKeys.of(KeySettings.FACTORY, keyCount, algorithm);
        boolean isNew = !reader.model().applications.containsKey(aid);
        if (reader.order(
                new CreateApplication(ApplicationParameters.of(aid, keys)),
                RandomReader.unless(isNew, DesfireStatus.DUPLICATE))) {
            reader.model().applications.put(aid, new ModelCard.Place(algorithm, keyCount));
        }
    }

    void lookAround() throws NfcException {
        if (reader.model().selected.isPicc() && !reader.can(Capability.APPLICATIONS)) {
            return;
        }
        if (reader.model().login.isPresent() && reader.random().nextInt(3) == 0) {
            reader.send(
                    new GetCardUid(),
                    Optional.empty(),
                    Optional.of(reader.card().state().production().uid()));
        } else if (reader.random().nextInt(3) == 0) {
            KeyNo number = new KeyNo(
                    reader.random().nextInt(reader.model().place().keys.size()));
            reader.send(
                    new GetKeyVersion(number),
                    Optional.empty(),
                    Optional.of(reader.model().place().keys.get(number.value()).version()));
        } else if (reader.model().selected.isPicc()) {
            if (reader.can(Capability.APPLICATIONS)) {
                List<Aid> there = List.copyOf(reader.model().applications.keySet());
                reader.send(new GetApplicationIds(), Optional.empty(), Optional.of(there));
            }
        } else if (reader.can(Capability.TRANSACTIONS)) {
            reader.send(
                    new GetFileIds(),
                    Optional.empty(),
                    Optional.of(List.copyOf(reader.model().place().files.keySet())));
        }
    }
}
