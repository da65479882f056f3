package io.github.tagsmith.desfire.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.testing.Json;
import io.github.tagsmith.desfire.Vector;
import io.github.tagsmith.desfire.model.AccessRight;
import io.github.tagsmith.desfire.model.AccessRights;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.ApplicationKeys;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.FileAccess;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileSettings;
import io.github.tagsmith.desfire.model.FileType;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeySettings;
import io.github.tagsmith.desfire.model.SdmSettings;
import io.github.tagsmith.desfire.model.TamperStatus;
import io.github.tagsmith.desfire.model.TransactionMac;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The encoding and decoding of commands against ev2-mac-full.json, lrp-auth.json, changekey.json and full-apdu-traces.json,
 * which tell header and data of each before protection.
 */
class CommandVectorTest {

    private static final FileNo FILE_0 = new FileNo(0);
    private static final FileNo FILE_1 = new FileNo(1);
    private static final FileNo FILE_2 = new FileNo(2);
    private static final FileNo FILE_3 = new FileNo(3);

    private static AccessRights rights(String wire) {
        return AccessRights.fromWire(Bytes.fromHex(wire));
    }

    private static AccessRight right(int nibble) {
        return new AccessRight(nibble);
    }

    private static WriteData write(FileNo file, Bytes data, CommMode mode) {
        return new WriteData(file, 0, data, mode, Chaining.ISO);
    }

    private static ReadData read(FileNo file, int count, CommMode mode) {
        return new ReadData(file, new Extent(0, count), mode, Chaining.ISO);
    }

    private static SdmSettings an12196Sdm() {
        return new SdmSettings(
                true,
                true,
                true,
                right(2),
                right(1),
                right(1),
                new SdmSettings.Offsets(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(0x20),
                        Optional.empty(),
                        Optional.of(0x43),
                        Optional.empty(),
                        Optional.of(0x43)),
                Optional.empty());
    }

    /** What the sender of each EV2 and LRP vector meant, by the name of the vector. */
    private static final Map<String, DesfireCommand<?>> MEANT = Map.ofEntries(
            Map.entry(
                    "an12343-t5-setconfiguration-09",
                    new SetConfiguration(new Configuration.ValueFile(FILE_3, 0, 1000, 0, true))),
            Map.entry(
                    "an12343-t6-setconfiguration-02-ats",
                    new SetConfiguration(new Configuration.Ats(Bytes.fromHex("067777710280")))),
            Map.entry(
                    "an12343-t11-changefilesettings",
                    new ChangeFileSettings(new FileNo(4), FileAccess.of(CommMode.PLAIN, rights("EEEE")))),
            Map.entry("an12343-t18-setconfiguration-05-lrp", new SetConfiguration(Configuration.Capabilities.lrp())),
            Map.entry("an12343-t21-writedata-plain", write(FILE_0, Bytes.repeat(25, 0x22), CommMode.PLAIN)),
            Map.entry("an12343-t23-writedata-mac", write(FILE_0, Bytes.repeat(25, 0x22), CommMode.MAC)),
            Map.entry("an12343-t24-readdata-mac", read(FILE_0, 0x30, CommMode.MAC)),
            Map.entry("an12343-t25-writedata-full", write(FILE_0, Bytes.repeat(25, 0x22), CommMode.FULL)),
            Map.entry("an12343-t26-readdata-full", read(FILE_0, 0x30, CommMode.FULL)),
            Map.entry(
                    "an12343-t32-writerecord-full",
                    new WriteRecord(
                            FILE_1, 0, Bytes.fromHex("11223344556677889900112233445566"), CommMode.FULL, Chaining.ISO)),
            Map.entry(
                    "an12343-t32-commitreaderid",
                    new CommitReaderId(Bytes.fromHex("28BF1982BE086FBC60A22DAEB66613EE"))),
            Map.entry("an12343-t32-committransaction-tmac", new CommitTransaction(true)),
            Map.entry("an12343-t35-getvalue-full", new GetValue(FILE_3, CommMode.FULL)),
            Map.entry("an12343-t36-credit-full", new Credit(FILE_3, 0x99, CommMode.FULL)),
            Map.entry("an12343-t37-debit-full", new Debit(FILE_3, 0x71, CommMode.FULL)),
            Map.entry("an12343-t38-getkeyversion-mac", new GetKeyVersion(KeyNo.MASTER)),
            Map.entry("an12196-getfilesettings-mac", new GetFileSettings(FILE_2)),
            Map.entry(
                    "an12196-changefilesettings",
                    new ChangeFileSettings(
                            FILE_2, FileAccess.of(CommMode.PLAIN, rights("00E0")), Optional.of(an12196Sdm()))),
            Map.entry("an12196-writedata-full-10", write(FILE_3, Bytes.fromHex("0102030405060708090A"), CommMode.FULL)),
            Map.entry("hw-readsig-085bc941", new ReadSignature()),
            Map.entry("hw-getfilesettings-085bc941", new GetFileSettings(FILE_2)),
            Map.entry("hw-getkeyversion-085bc941-key3", new GetKeyVersion(new KeyNo(3))),
            Map.entry("hw-getfilecounters-085bc941-0", new GetFileCounters(FILE_2)),
            Map.entry("hw-bbe12900-getkeyversion-4", new GetKeyVersion(new KeyNo(4))),
            Map.entry("hw-bbe12900-getcarduid", new GetCardUid()),
            Map.entry("hw-aff75859-readdata-128", read(FILE_3, 0, CommMode.FULL)),
            Map.entry("hw-aff75859-writedata-full", write(FILE_3, Bytes.fromHex("DEADBEEF01020304"), CommMode.FULL)),
            Map.entry("hw-gettagtamperstatus-invalid", new GetTtStatus()));

    /** What the answers of some of them say. */
    private static final Map<String, Object> SAID = Map.of(
            "an12343-t32-committransaction-tmac",
            Optional.of(new TransactionMac(4, Bytes.fromHex("94A3205E41588BA9"))),
            "an12343-t35-getvalue-full",
            0,
            "hw-getfilecounters-085bc941-0",
            12,
            "hw-bbe12900-getcarduid",
            Bytes.fromHex("04407A7A0B1090"),
            "hw-gettagtamperstatus-invalid",
            new TamperStatus(TamperStatus.State.INVALID, TamperStatus.State.INVALID));

    static Stream<Vector> commands() {
        return Stream.concat(Vector.of("ev2-mac-full.json", "ev2_command"), Vector.of("lrp-auth.json", "lrp_command"))
                .filter(vector -> MEANT.containsKey(vector.toString()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void headerAndData(Vector vector) throws NfcException {
        DesfireCommand<?> command = Objects.requireNonNull(MEANT.get(vector.toString()));
        assertEquals(vector.bytes("cmd").get(0), command.instruction().code());
        assertEquals(vector.bytes("header"), command.header());
        assertEquals(vector.bytes("data"), command.data());
        assertEquals(vector.text("comm_mode"), command.commMode().name().toLowerCase(Locale.ROOT));
        if (vector.expects("response_data")) {
            Object said = command.decode(vector.expectedBytes("response_data"));
            assertEquals(SAID.getOrDefault(vector.toString(), said), said);
        }
    }

    @Test
    void everyMeaningHasItsVector() {
        Set<String> found = new HashSet<>();
        commands().forEach(vector -> found.add(vector.toString()));
        assertEquals(MEANT.keySet(), found);
        assertTrue(found.containsAll(SAID.keySet()));
    }

    /** The steps of the recorded EV1 sessions, by instruction, header and data in clear. */
    @Test
    void recordedSteps() throws NfcException {
        FileNo five = new FileNo(5);
        FileNo fifteen = new FileNo(15);
        List<DesfireCommand<?>> sent = List.of(
                new GetVersion(),
                new FormatPicc(),
                new CreateApplication(ApplicationParameters.of(
                        Aid.of("00DE16"), ApplicationKeys.of(KeySettings.FACTORY, 2, KeyAlgorithm.TDEA_2))),
                new CreateApplication(ApplicationParameters.of(
                        Aid.of("00DE24"), ApplicationKeys.of(KeySettings.FACTORY, 2, KeyAlgorithm.TDEA_3))),
                new CreateApplication(ApplicationParameters.of(
                        Aid.of("00AE16"), ApplicationKeys.of(KeySettings.FACTORY, 2, KeyAlgorithm.AES))),
                new GetApplicationIds(),
                new DeleteApplication(Aid.of("AABBCC")),
                new GetKeyVersion(KeyNo.MASTER),
                new CreateFile(
                        five,
                        Optional.empty(),
                        new FileSettings.Data(
                                FileType.STANDARD,
                                FileAccess.of(CommMode.PLAIN, rights("1100")),
                                80,
                                Optional.empty())),
                new GetFileIds(),
                new GetFileSettings(five),
                new ReadData(five, new Extent(48, 32), CommMode.PLAIN, Chaining.NATIVE),
                new DeleteFile(five),
                new ChangeKeySettings(KeySettings.FACTORY),
                new CreateFile(
                        fifteen,
                        Optional.empty(),
                        new FileSettings.Data(
                                FileType.STANDARD,
                                FileAccess.of(CommMode.FULL, rights("5412")),
                                100,
                                Optional.empty())),
                new WriteData(
                        fifteen,
                        34,
                        Bytes.fromHex("416E6F7468657220626C6F636B206F6620646174612E"),
                        CommMode.FULL,
                        Chaining.NATIVE),
                new ReadData(fifteen, new Extent(10, 50), CommMode.FULL, Chaining.NATIVE),
                new GetValue(new FileNo(4), CommMode.FULL),
                new ReadRecords(FILE_0, new Extent(0, 1), CommMode.FULL, Chaining.NATIVE));
        for (DesfireCommand<?> command : sent) {
            List<Map<String, Object>> steps = recorded(command);
            assertTrue(!steps.isEmpty(), () -> "not recorded: " + command);
            for (Map<String, Object> step : steps) {
                command.decode(Bytes.fromHex(Json.text(step, "rx_data")));
            }
        }
    }

    private static List<Map<String, Object>> recorded(DesfireCommand<?> command) {
        return Vector.of("full-apdu-traces.json", "ev1_session")
                .flatMap(vector -> Json.objects(vector.inputs(), "steps").stream())
                .filter(step -> Json.text(step, "cmd")
                        .equalsIgnoreCase(Bytes.of(command.instruction().code()).toHex()))
                .filter(step -> clear(step).equals(command.header().plus(command.data())))
                .toList();
    }

    private static Bytes clear(Map<String, Object> step) {
        String header = step.get("header") instanceof String text ? text : "";
        String data = step.get("data") instanceof String text ? text : "";
        return Bytes.fromHex(header).plus(Bytes.fromHex(data));
    }

    static Stream<Vector> keyChanges() {
        return Vector.of("changekey.json", "ev1_change_key");
    }

    @ParameterizedTest
    @MethodSource("keyChanges")
    void keyNumber(Vector vector) {
        KeyAlgorithm algorithm = KeyAlgorithm.ofTypeBits(
                switch (vector.text("new_key_type")) {
                    case "AES" -> 0x80;
                    case "3TDEA" -> 0x40;
                    default -> 0x00;
                });
        int wire = vector.bytes("key_no_byte").get(0);
        ChangeKey change = new ChangeKey(
                new KeyNo(wire & 0x3F),
                (wire & 0xC0) != 0,
                DesfireKey.of(algorithm, vector.bytes("new_key")),
                Optional.empty());
        assertEquals(vector.bytes("key_no_byte"), change.header());
    }
}
