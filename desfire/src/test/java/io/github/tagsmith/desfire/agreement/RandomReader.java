package io.github.tagsmith.desfire.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.command.AbortTransaction;
import io.github.tagsmith.desfire.command.ApplicationParameters;
import io.github.tagsmith.desfire.command.Chaining;
import io.github.tagsmith.desfire.command.ChangeKey;
import io.github.tagsmith.desfire.command.ClearRecordFile;
import io.github.tagsmith.desfire.command.CommitTransaction;
import io.github.tagsmith.desfire.command.CreateApplication;
import io.github.tagsmith.desfire.command.CreateFile;
import io.github.tagsmith.desfire.command.Credit;
import io.github.tagsmith.desfire.command.Debit;
import io.github.tagsmith.desfire.command.DeleteApplication;
import io.github.tagsmith.desfire.command.DeleteFile;
import io.github.tagsmith.desfire.command.DesfireCommand;
import io.github.tagsmith.desfire.command.Extent;
import io.github.tagsmith.desfire.command.FormatPicc;
import io.github.tagsmith.desfire.command.GetApplicationIds;
import io.github.tagsmith.desfire.command.GetCardUid;
import io.github.tagsmith.desfire.command.GetFileIds;
import io.github.tagsmith.desfire.command.GetFileSettings;
import io.github.tagsmith.desfire.command.GetKeyVersion;
import io.github.tagsmith.desfire.command.GetValue;
import io.github.tagsmith.desfire.command.IsoCommands;
import io.github.tagsmith.desfire.command.ReadData;
import io.github.tagsmith.desfire.command.ReadRecords;
import io.github.tagsmith.desfire.command.SelectApplication;
import io.github.tagsmith.desfire.command.WriteData;
import io.github.tagsmith.desfire.command.WriteRecord;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.AccessRight;
import io.github.tagsmith.desfire.model.AccessRights;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.ApplicationKeys;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileSettings;
import io.github.tagsmith.desfire.model.FileType;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeySettings;
import io.github.tagsmith.desfire.picc.DesfirePicc;
import io.github.tagsmith.desfire.picc.memory.Application;
import io.github.tagsmith.desfire.sm.MemoryKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/**
 * Sends random commands through the client to the card and compares what comes back with what the model says: the value, or the
 * status of the refusal.
 */
final class RandomReader {

    private static final int SW_91 = 0x9100;
    private static final int MOST_APPLICATIONS = 6;
    private static final int MOST_FILES = 8;
    private static final int LARGEST_FILE = 180;

    private final CardGeneration generation;
    private final Random random;
    private final RandomSource bytes;
    private final DesfirePicc card;
    private final ModelCard model;
    private final boolean lrp;
    private DesfireChannel channel;
    private int commands;

    RandomReader(DesfirePicc card, boolean lrp, Random random) {
        this.generation = card.state().generation();
        this.random = random;
        this.bytes = RandomSource.of(random);
        this.card = card;
        this.model = ModelCard.of(card.state());
        this.lrp = lrp;
        this.channel = DesfireChannel.over(card::answer);
    }

    int commands() {
        return commands;
    }

    /** What went on, for the message of a failure. */
    @Override
    public String toString() {
        return generation + ", command " + commands + ", at " + model.selected + " as " + model.login;
    }

    void step() throws NfcException {
        int choice = random.nextInt(100);
        if (choice < 2) {
            cardReset();
        } else if (choice < 12 && model.selected.isPicc()) {
            manageApplications();
        } else if (choice < 20) {
            select();
        } else if (choice < 32) {
            authenticate();
        } else if (choice < 40) {
            lookAround();
        } else if (choice < 46 && model.login.isPresent()) {
            changeKey();
        } else if (!model.selected.isPicc()) {
            useFiles();
        }
    }

    private void cardReset() {
        card.reset();
        channel = DesfireChannel.over(card::answer);
        model.reset();
    }

    /** Sends, and compares. Whether it was done. */
    private <T> boolean send(DesfireCommand<T> command, Optional<DesfireStatus> refusal, Optional<T> expected)
            throws NfcException {
        commands++;
        try {
            T answer = channel.send(command);
            assertEquals(Optional.empty(), refusal, () -> command + " was done");
            expected.ifPresent(value -> assertEquals(value, answer, command::toString));
            return true;
        } catch (NfcException refused) {
            if (refusal.isEmpty()) {
                throw refused;
            }
            assertEquals(OptionalLong.of(SW_91 | refusal.get().code()), refused.code(), command::toString);
            model.refused();
            channel.leaveSession();
            return false;
        }
    }

    private boolean order(DesfireCommand<?> command, Optional<DesfireStatus> refusal) throws NfcException {
        return send(command, refusal, Optional.empty());
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static Optional<DesfireStatus> unless(boolean allowed, DesfireStatus otherwise) {
        return allowed ? Optional.empty() : Optional.of(otherwise);
    }

    // Cards and applications

    private void select() throws NfcException {
        if (!generation.can(Capability.APPLICATIONS)) {
            selectTheOnly();
            return;
        }
        List<Aid> there = new ArrayList<>(model.applications.keySet());
        there.add(Aid.PICC);
        boolean isThere = random.nextInt(10) > 0;
        Aid aid = isThere ? oneOf(there) : new Aid(0xF00000 | random.nextInt(0x1000));
        if (order(new SelectApplication(aid, Optional.empty()), unless(isThere, DesfireStatus.APPLICATION_NOT_FOUND))) {
            model.select(aid);
        }
    }

    /** Cards with one application know it by name. */
    private void selectTheOnly() throws NfcException {
        Application only = card.state().applications().values().iterator().next();
        commands++;
        ResponseApdu answer = channel.transmit(IsoCommands.select(only.dfName().orElseThrow()));
        assertEquals(StatusWord.OK, answer.sw());
        model.select(only.aid());
    }

    private void manageApplications() throws NfcException {
        if (!generation.can(Capability.APPLICATIONS)) {
            return;
        }
        int choice = random.nextInt(20);
        if (choice == 0 && model.isMaster()) {
            if (order(new FormatPicc(), Optional.empty())) {
                model.applications.clear();
            }
        } else if (choice < 5 && !model.applications.isEmpty()) {
            Aid aid = oneOf(List.copyOf(model.applications.keySet()));
            if (order(new DeleteApplication(aid), unless(model.isMaster(), DesfireStatus.AUTHENTICATION_ERROR))) {
                model.applications.remove(aid);
            }
        } else if (model.applications.size() < MOST_APPLICATIONS) {
            createApplication();
        }
    }

    private void createApplication() throws NfcException {
        Aid aid = new Aid(1 + random.nextInt(12));
        KeyAlgorithm algorithm = oneOf(List.of(KeyAlgorithm.TDEA_2, KeyAlgorithm.TDEA_3, KeyAlgorithm.AES));
        int keyCount = 1 + random.nextInt(5);
        ApplicationKeys keys = ApplicationKeys.of(KeySettings.FACTORY, keyCount, algorithm);
        boolean isNew = !model.applications.containsKey(aid);
        if (order(new CreateApplication(ApplicationParameters.of(aid, keys)), unless(isNew, DesfireStatus.DUPLICATE))) {
            model.applications.put(aid, new ModelCard.Place(algorithm, keyCount));
        }
    }

    private void lookAround() throws NfcException {
        if (model.selected.isPicc() && !generation.can(Capability.APPLICATIONS)) {
            return;
        }
        if (model.login.isPresent() && random.nextInt(3) == 0) {
            send(
                    new GetCardUid(),
                    Optional.empty(),
                    Optional.of(card.state().production().uid()));
        } else if (random.nextInt(3) == 0) {
            KeyNo number = new KeyNo(random.nextInt(model.place().keys.size()));
            send(
                    new GetKeyVersion(number),
                    Optional.empty(),
                    Optional.of(model.place().keys.get(number.value()).version()));
        } else if (model.selected.isPicc()) {
            if (generation.can(Capability.APPLICATIONS)) {
                List<Aid> there = List.copyOf(model.applications.keySet());
                send(new GetApplicationIds(), Optional.empty(), Optional.of(there));
            }
        } else if (generation.can(Capability.TRANSACTIONS)) {
            send(
                    new GetFileIds(),
                    Optional.empty(),
                    Optional.of(List.copyOf(model.place().files.keySet())));
        }
    }

    // Keys

    private List<AuthenticationMethod> methods(KeyAlgorithm algorithm) {
        if (lrp) {
            return List.of(AuthenticationMethod.LRP);
        }
        Map<AuthenticationMethod, Capability> needs = Map.of(
                AuthenticationMethod.D40, Capability.D40,
                AuthenticationMethod.ISO, Capability.ISO_AUTHENTICATION,
                AuthenticationMethod.AES, Capability.AES_AUTHENTICATION,
                AuthenticationMethod.EV2, Capability.EV2_AUTHENTICATION);
        return List.of(AuthenticationMethod.values()).stream()
                .filter(method -> needs.containsKey(method) && generation.can(needs.get(method)))
                .filter(method -> method.takes(algorithm))
                .toList();
    }

    private void authenticate() throws NfcException {
        if (model.selected.isPicc() && !generation.can(Capability.APPLICATIONS)) {
            return;
        }
        KeyNo number = new KeyNo(random.nextInt(model.place().keys.size()));
        DesfireKey key = model.place().keys.get(number.value());
        boolean isRight = random.nextInt(12) > 0;
        DesfireKey used = isRight ? key : another(key.algorithm());
        AuthenticationMethod method = oneOf(methods(key.algorithm()));
        commands++;
        try {
            if (isInTransaction(method) && random.nextInt(3) == 0) {
                channel.authenticateNonFirst(number, new MemoryKey(used, bytes));
            } else {
                channel.authenticate(method, number, new MemoryKey(used, bytes));
            }
            assertEquals(true, isRight, "a wrong key was taken");
            model.logIn(method, number);
        } catch (NfcException refused) {
            if (isRight) {
                throw refused;
            }
            assertEquals(OptionalLong.of(SW_91 | DesfireStatus.AUTHENTICATION_ERROR.code()), refused.code());
            model.refused();
            channel.leaveSession();
        }
    }

    private boolean isInTransaction(AuthenticationMethod method) {
        boolean hasNonFirst = method == AuthenticationMethod.EV2 || method == AuthenticationMethod.LRP;
        return hasNonFirst
                && model.login.filter(login -> login.method() == method).isPresent();
    }

    private DesfireKey another(KeyAlgorithm algorithm) {
        return DesfireKey.of(algorithm, bytes.next(algorithm.keyLength()));
    }

    /** The master key changes all; with the settings that every application has here, nobody else changes any. */
    private void changeKey() throws NfcException {
        ModelCard.Place place = model.place();
        if (!model.isMaster()) {
            return;
        }
        KeyNo number = new KeyNo(random.nextInt(place.keys.size()));
        boolean isOwn = number.equals(KeyNo.MASTER);
        KeyAlgorithm algorithm = model.selected.isPicc() && generation.can(Capability.APPLICATIONS)
                ? oneOf(List.of(KeyAlgorithm.TDEA_2, KeyAlgorithm.TDEA_3, KeyAlgorithm.AES))
                : place.algorithm;
        DesfireKey key = another(algorithm);
        Optional<DesfireKey> old = isOwn ? Optional.empty() : Optional.of(place.keys.get(number.value()));
        if (order(new ChangeKey(number, model.selected.isPicc(), key, old), Optional.empty())) {
            place.keys.set(number.value(), key);
            if (isOwn) {
                model.refused();
                channel.leaveSession();
            }
        }
    }

    // Files

    private void useFiles() throws NfcException {
        Map<FileNo, ModelFile> files = model.place().files;
        int choice = random.nextInt(30);
        if (generation.can(Capability.FILES) && (files.size() < 3 || choice == 0)) {
            createFile();
            return;
        }
        if (generation.can(Capability.FILES) && choice == 1) {
            FileNo gone = oneOf(List.copyOf(files.keySet()));
            if (order(new DeleteFile(gone), Optional.empty())) {
                files.remove(gone);
            }
            return;
        }
        if (choice < 5 && generation.can(Capability.TRANSACTIONS)) {
            endTransaction();
            return;
        }
        FileNo number = oneOf(List.copyOf(files.keySet()));
        ModelFile file = files.get(number);
        if (choice == 6) {
            send(new GetFileSettings(number), Optional.empty(), Optional.of(file.settings()));
        } else if (file.isData()) {
            useData(number, file);
        } else if (file.isRecords()) {
            useRecords(number, file);
        } else {
            useValue(number, file);
        }
    }

    private AccessRight right() {
        int choice = random.nextInt(10);
        if (choice == 0) {
            return AccessRight.NEVER;
        }
        return choice < 4
                ? AccessRight.FREE
                : AccessRight.of(new KeyNo(random.nextInt(model.place().keys.size())));
    }

    private void createFile() throws NfcException {
        FileNo number = new FileNo(random.nextInt(MOST_FILES));
        FileType type = oneOf(List.of(
                FileType.STANDARD, FileType.BACKUP, FileType.VALUE, FileType.LINEAR_RECORD, FileType.CYCLIC_RECORD));
        CommMode mode = oneOf(List.of(CommMode.values()));
        AccessRights rights = new AccessRights(right(), right(), right(), right());
        boolean isRecords = type == FileType.LINEAR_RECORD || type == FileType.CYCLIC_RECORD;
        int size = 1 + random.nextInt(isRecords ? 40 : LARGEST_FILE);
        ModelFile file = new ModelFile(type, mode, rights, size, 2 + random.nextInt(4));
        file.content = Bytes.zeros(file.isData() ? size : 0);
        file.lower = -random.nextInt(100);
        file.upper = 1000 + random.nextInt(1000);
        file.value = random.nextInt(1000);
        boolean isNew = !model.place().files.containsKey(number);
        if (order(creation(number, file), unless(isNew, DesfireStatus.DUPLICATE))) {
            model.place().files.put(number, file);
        }
    }

    private static CreateFile creation(FileNo number, ModelFile file) {
        FileSettings settings = file.settings();
        return new CreateFile(
                number,
                Optional.empty(),
                settings instanceof FileSettings.Value value
                        ? new FileSettings.Value(
                                value.access(), value.lowerLimit(), value.upperLimit(), file.value, false, false)
                        : settings);
    }

    private void endTransaction() throws NfcException {
        Optional<DesfireStatus> refusal = unless(model.isOpen(), DesfireStatus.NO_CHANGES);
        if (random.nextInt(3) > 0) {
            if (order(new CommitTransaction(false), refusal)) {
                model.commit();
            }
        } else if (order(new AbortTransaction(), refusal)) {
            model.dropTransaction();
        }
    }

    private Chaining chaining() {
        boolean isNative = generation.can(Capability.NATIVE_CHAINING);
        boolean isIso = generation.can(Capability.ISO_CHAINING);
        return isIso && (!isNative || random.nextBoolean()) ? Chaining.ISO : Chaining.NATIVE;
    }

    private void useData(FileNo number, ModelFile file) throws NfcException {
        int offset = Math.max(file.size - 1 - random.nextInt(file.size), file.size - LARGEST_FILE);
        int length = 1 + random.nextInt(file.size - offset);
        boolean isBeyond = random.nextInt(20) == 0;
        if (random.nextBoolean()) {
            boolean isWhole = file.size <= LARGEST_FILE && random.nextInt(4) == 0;
            Extent extent = isWhole ? Extent.ALL : new Extent(offset, isBeyond ? file.size + 1 - offset : length);
            Optional<DesfireStatus> refusal = file.refusal(ModelFile.Intent.READ, model.key())
                    .or(() -> unless(isWhole || !isBeyond, DesfireStatus.BOUNDARY_ERROR));
            Bytes expected = isWhole ? file.content : file.content.slice(offset, offset + length);
            CommMode mode = file.mode(ModelFile.Intent.READ, model.key());
            send(new ReadData(number, extent, mode, chaining()), refusal, Optional.of(expected));
            return;
        }
        Bytes data = bytes.next(isBeyond ? file.size + 1 - offset : length);
        Optional<DesfireStatus> refusal = file.refusal(ModelFile.Intent.WRITE, model.key())
                .or(() -> unless(!isBeyond, DesfireStatus.BOUNDARY_ERROR));
        CommMode mode = file.mode(ModelFile.Intent.WRITE, model.key());
        if (order(new WriteData(number, offset, data, mode, chaining()), refusal)) {
            Bytes written = file.written.orElse(file.content).with(offset, data);
            if (file.type == FileType.STANDARD) {
                file.content = written;
            } else {
                file.written = Optional.of(written);
            }
        }
    }

    private void useValue(FileNo number, ModelFile file) throws NfcException {
        int choice = random.nextInt(3);
        if (choice == 0) {
            Optional<DesfireStatus> refusal = file.refusal(ModelFile.Intent.DEBIT, model.key());
            CommMode mode = file.mode(ModelFile.Intent.DEBIT, model.key());
            send(new GetValue(number, mode), refusal, Optional.of(file.value));
            return;
        }
        int amount = random.nextInt(400);
        int now = file.changed.orElse(file.value);
        ModelFile.Intent intent = choice == 1 ? ModelFile.Intent.READ_WRITE : ModelFile.Intent.DEBIT;
        long next = choice == 1 ? (long) now + amount : (long) now - amount;
        Optional<DesfireStatus> refusal = file.refusal(intent, model.key())
                .or(() -> unless(next <= file.upper && next >= file.lower, DesfireStatus.BOUNDARY_ERROR));
        CommMode mode = file.mode(intent, model.key());
        if (order(choice == 1 ? new Credit(number, amount, mode) : new Debit(number, amount, mode), refusal)) {
            file.changed = Optional.of((int) next);
            file.debited += choice == 1 ? 0 : amount;
        }
    }

    private void useRecords(FileNo number, ModelFile file) throws NfcException {
        int choice = random.nextInt(12);
        if (choice == 0) {
            if (file.newRecord.isEmpty()
                    && order(new ClearRecordFile(number), file.refusal(ModelFile.Intent.READ_WRITE, model.key()))) {
                file.cleared = true;
            }
        } else if (choice < 5) {
            readRecords(number, file);
        } else if (!file.cleared) {
            writeRecord(number, file);
        }
    }

    private void readRecords(FileNo number, ModelFile file) throws NfcException {
        int there = file.records.size();
        int newest = random.nextInt(there + 1);
        int count = random.nextInt(there + 2);
        Optional<DesfireStatus> refusal = file.refusal(ModelFile.Intent.READ, model.key())
                .or(() -> unless(newest < there && newest + count <= there, DesfireStatus.BOUNDARY_ERROR));
        Optional<Bytes> expected = refusal.isPresent()
                ? Optional.empty()
                : Optional.of(Bytes.concat(file.records
                        .subList(count == 0 ? 0 : there - newest - count, there - newest)
                        .toArray(Bytes[]::new)));
        CommMode mode = file.mode(ModelFile.Intent.READ, model.key());
        send(new ReadRecords(number, new Extent(newest, count), mode, chaining()), refusal, expected);
    }

    private void writeRecord(FileNo number, ModelFile file) throws NfcException {
        int offset = random.nextInt(file.size);
        Bytes data = bytes.next(1 + random.nextInt(file.size - offset));
        boolean hasRoom = file.type == FileType.CYCLIC_RECORD || file.records.size() < file.capacity;
        Optional<DesfireStatus> refusal = file.refusal(ModelFile.Intent.WRITE, model.key())
                .or(() -> unless(hasRoom, DesfireStatus.BOUNDARY_ERROR));
        CommMode mode = file.mode(ModelFile.Intent.WRITE, model.key());
        if (order(new WriteRecord(number, offset, data, mode, chaining()), refusal)) {
            file.newRecord =
                    Optional.of(file.newRecord.orElse(Bytes.zeros(file.size)).with(offset, data));
        }
    }
}
