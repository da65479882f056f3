package io.github.tagsmith.desfire.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.Vector;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.ApplicationKeys;
import io.github.tagsmith.desfire.model.ApplicationName;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DfName;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileSettings;
import io.github.tagsmith.desfire.model.FileType;
import io.github.tagsmith.desfire.model.IsoFileId;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeySettings;
import io.github.tagsmith.desfire.model.ProximityParameters;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers: recorded ones (file-settings.json, versions.json, proximity-check.json), and ones that no card gives. */
class AnswerTest {

    private static final FileNo FILE = new FileNo(1);

    static Stream<Vector> fileSettings() {
        return Vector.of("file-settings.json", "file_settings");
    }

    @ParameterizedTest
    @MethodSource("fileSettings")
    void fileSettings(Vector vector) throws NfcException {
        FileSettings settings = new GetFileSettings(FILE).decode(vector.bytes("raw"));
        assertEquals(
                ((Number) vector.expected("file_type")).intValue(),
                settings.type().code());
        if (settings instanceof FileSettings.Data data) {
            assertEquals(vector.expected("file_size"), data.size());
            assertEquals(vector.bytes("raw").slice(1), changeOf(data));
        }
        if (settings instanceof FileSettings.Value value) {
            assertEquals(vector.expected("lower_limit"), value.lowerLimit());
            assertEquals(vector.expected("upper_limit"), value.upperLimit());
            assertEquals(vector.expected("limited_credit_value"), value.value());
            assertTrue(value.limitedCredit() && value.freeGetValue());
        }
        if (settings instanceof FileSettings.Records records) {
            assertEquals(vector.expected("record_size"), records.recordSize());
            assertEquals(vector.expected("max_records"), records.maxRecords());
            assertEquals(vector.expected("current_records"), records.currentRecords());
        }
    }

    /** What ChangeFileSettings would send for it, with the size put in between. */
    private static Bytes changeOf(FileSettings.Data data) {
        Bytes sent = FileSettingsForm.changed(data.access(), data.sdm());
        return Bytes.concat(sent.slice(0, 3), Bytes.littleEndian(data.size(), 3), sent.slice(3));
    }

    static Stream<Vector> versions() {
        return Vector.of("versions.json", "get_version");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void version(Vector vector) throws NfcException {
        List<Bytes> frames = ((List<?>) Objects.requireNonNull(vector.inputs().get("frames")))
                .stream().map(frame -> Bytes.fromHex(String.valueOf(frame))).toList();
        assertEquals(
                Optional.of(vector.expectedBytes("uid")),
                new GetVersion().decodeFrames(frames).uid());
    }

    /** proximity-check.json and full-apdu-traces.json, kpn532-ev3 (real cards). */
    @Test
    void recorded() throws NfcException {
        assertEquals(
                new ProximityParameters(1, 800, OptionalInt.of(0x0A)),
                new PrepareProximityCheck().decode(Bytes.fromHex("0103200A")));
        assertEquals(8192, new GetFreeMemory().decode(Bytes.fromHex("002000")));
        assertEquals(
                ApplicationKeys.of(KeySettings.FACTORY, 1, KeyAlgorithm.TDEA_2),
                new GetKeySettings().decode(Bytes.fromHex("0F01")));
        assertEquals(List.of(), new GetApplicationIds().decode(Bytes.EMPTY));
        assertEquals(List.of(), new GetDfNames().decodeFrames(List.of(Bytes.EMPTY)));
    }

    @Test
    void namesComeOneAFrame() throws NfcException {
        List<ApplicationName> names = new GetDfNames()
                .decodeFrames(List.of(Bytes.fromHex("01000005E1D2760000850101"), Bytes.fromHex("02000006E1")));
        assertEquals(
                List.of(
                        new ApplicationName(Aid.of("000001"), new IsoFileId(0xE105), Optional.of(DfName.NDEF)),
                        new ApplicationName(Aid.of("000002"), new IsoFileId(0xE106), Optional.empty())),
                names);
    }

    @Test
    void uidsOfOtherLengths() throws NfcException {
        assertEquals(Bytes.fromHex("01020304"), new GetCardUid().decode(Bytes.fromHex("000401020304")));
        assertEquals(
                Bytes.fromHex("0102030405060708090A"),
                new GetCardUid().decode(Bytes.fromHex("000A0102030405060708090A")));
        refused(new GetCardUid(), Bytes.fromHex("0005010203040506"));
    }

    @Test
    void additionalRights() throws NfcException {
        FileSettings settings = new GetFileSettings(FILE).decode(Bytes.fromHex("0083301F000100021234ABCD"));
        assertEquals(2, settings.access().additionalRights().size());
        assertEquals(Bytes.fromHex("83301F021234ABCD"), new ChangeFileSettings(FILE, settings.access()).data());
    }

    /** Every command that reads an answer, against random bytes: an error of the protocol, or an answer, nothing else. */
    @Test
    void randomAnswers() {
        List<DesfireCommand<?>> commands = List.of(
                new GetVersion(),
                new GetCardUid(),
                new GetFreeMemory(),
                new GetApplicationIds(),
                new GetDfNames(),
                new GetDelegatedInfo(0),
                new GetKeySettings(),
                new GetKeyVersion(KeyNo.MASTER),
                new GetKeySetVersions(),
                new GetFileIds(),
                new GetIsoFileIds(),
                new GetFileSettings(FILE),
                new GetFileCounters(FILE),
                new GetValue(FILE, CommMode.PLAIN),
                new GetTtStatus(),
                new ReadSignature(),
                new PrepareProximityCheck(),
                new ProximityCheck(Bytes.zeros(8)),
                new VerifyProximityCheck(Bytes.zeros(8)),
                new CommitTransaction(true),
                new CommitTransaction(false),
                new CommitReaderId(Bytes.zeros(16)),
                new DeleteFile(FILE),
                new FormatPicc());
        Random random = new Random(5);
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && random.nextBoolean()) {
                bytes[0] = (byte) random.nextInt(FileType.values().length);
            }
            Bytes answer = Bytes.of(bytes);
            for (DesfireCommand<?> command : commands) {
                try {
                    command.decode(answer);
                } catch (NfcException error) {
                    assertEquals(ErrorKind.PROTOCOL, error.kind(), () -> command + " against " + answer);
                }
            }
        }
    }

    @Test
    void tooMuchIsRefused() {
        refused(new FormatPicc(), Bytes.of(0));
        refused(new GetKeyVersion(KeyNo.MASTER), Bytes.of(0, 0));
        refused(new GetKeyVersion(KeyNo.MASTER), Bytes.EMPTY);
        refused(new CommitTransaction(false), Bytes.zeros(12));
        refused(new GetFileSettings(FILE), Bytes.fromHex("0003301F00010000"));
        refused(new GetFileSettings(FILE), Bytes.fromHex("0603301F000100"));
    }

    private static void refused(DesfireCommand<?> command, Bytes answer) {
        assertEquals(
                ErrorKind.PROTOCOL,
                assertThrows(NfcException.class, () -> command.decode(answer)).kind());
    }
}
