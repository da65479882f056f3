package io.github.tagsmith.desfire.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.AccessRights;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.ApplicationKeys;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DfName;
import io.github.tagsmith.desfire.model.FileAccess;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileSettings;
import io.github.tagsmith.desfire.model.FileType;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.IsoFileId;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeySetNo;
import io.github.tagsmith.desfire.model.KeySets;
import io.github.tagsmith.desfire.model.KeySettings;
import io.github.tagsmith.desfire.model.KeyVersion;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What cannot be sent is refused before it is; and what no vector has is sent as its source says. */
class ArgumentTest {

    private static final FileNo FILE = new FileNo(2);
    private static final FileAccess ACCESS = FileAccess.of(CommMode.FULL, AccessRights.fromWire(Bytes.fromHex("1234")));

    private static void refused(Executable executable) {
        assertThrows(IllegalArgumentException.class, executable);
    }

    private static FileSettings.Data standard(int size) {
        return new FileSettings.Data(FileType.STANDARD, ACCESS, size, Optional.empty());
    }

    @Test
    void sizesHaveThreeBytes() {
        refused(() -> new Extent(0x1000000, 1));
        refused(() -> new Extent(0, -1));
        refused(() -> new CreateFile(FILE, Optional.empty(), standard(0x1000000)));
        refused(() -> new WriteData(FILE, 0x1000000, Bytes.of(1), CommMode.PLAIN, Chaining.ISO));
        refused(() -> new UpdateRecord(FILE, 0x1000000, 0, Bytes.of(1), CommMode.PLAIN, Chaining.ISO));
        refused(() -> new WriteRecord(FILE, 0, Bytes.EMPTY, CommMode.PLAIN, Chaining.ISO));
    }

    @Test
    void othersHaveTheirRanges() {
        refused(() -> new Credit(FILE, -1, CommMode.PLAIN));
        refused(() -> new CommitReaderId(Bytes.zeros(15)));
        refused(() -> new ProximityCheck(Bytes.zeros(3)));
        refused(() -> new VerifyProximityCheck(Bytes.zeros(4)));
        refused(() -> new GetDelegatedInfo(0x10000));
        refused(() -> new Configuration.Ats(Bytes.fromHex("0577")));
        refused(() -> new Configuration.Capabilities(Bytes.zeros(9)));
        refused(() -> ApplicationParameters.of(Aid.PICC, ApplicationKeys.of(KeySettings.FACTORY, 1, KeyAlgorithm.AES)));
        refused(() -> new ApplicationParameters(
                Aid.of("000001"),
                ApplicationKeys.of(KeySettings.FACTORY, 1, KeyAlgorithm.AES),
                Optional.empty(),
                Optional.of(DfName.NDEF)));
        refused(() -> new CreateTransactionMacFile(FILE, ACCESS, DesfireKey.zero(KeyAlgorithm.TDEA_2)));
        refused(() -> new CreateFile(
                FILE, Optional.empty(), new FileSettings.TransactionMac(ACCESS, KeyAlgorithm.AES, KeyVersion.ZERO)));
        refused(() -> new CreateFile(FILE, Optional.empty(), new FileSettings.Value(ACCESS, 5, 4, 5, false, false)));
        refused(() -> IsoCommands.readBinary(0x8000, 1));
        refused(() -> IsoCommands.readBinary(new FileNo(0), 0, 1));
        refused(() -> IsoCommands.readBinary(FILE, 256, 1));
    }

    /** An application with ISO names and key sets, as liblogicalaccess and libfreefare lay it out. */
    @Test
    void applicationWithEverything() {
        ApplicationKeys keys = new ApplicationKeys(
                KeySettings.FACTORY,
                5,
                KeyAlgorithm.AES,
                true,
                Optional.of(new KeySets(new KeyVersion(1), 3, 16, new KeyNo(2))));
        CreateApplication command = new CreateApplication(new ApplicationParameters(
                Aid.of("123456"), keys, Optional.of(new IsoFileId(0xE110)), Optional.of(DfName.NDEF)));
        assertEquals(
                Bytes.fromHex("563412" + "0F" + "B5" + "01" + "01031002" + "10E1" + "D2760000850101"),
                command.header());
    }

    /** The other file types, as libfreefare sends them. */
    @Test
    void files() {
        FileSettings.Value value = new FileSettings.Value(ACCESS, -5, 1000, 10, true, false);
        CreateFile command = new CreateFile(FILE, Optional.empty(), value);
        assertEquals(Instruction.CREATE_VALUE_FILE, command.instruction());
        assertEquals(
                Bytes.fromHex("02" + "03" + "1234" + "FBFFFFFF" + "E8030000" + "0A000000" + "01"), command.header());

        FileSettings.Records records = new FileSettings.Records(FileType.CYCLIC_RECORD, ACCESS, 16, 5, 0);
        CreateFile cyclic = new CreateFile(FILE, Optional.of(new IsoFileId(0x0102)), records);
        assertEquals(Instruction.CREATE_CYCLIC_RECORD_FILE, cyclic.instruction());
        assertEquals(Bytes.fromHex("02" + "0201" + "03" + "1234" + "100000" + "050000"), cyclic.header());

        CreateTransactionMacFile mac = new CreateTransactionMacFile(FILE, ACCESS, DesfireKey.zero(KeyAlgorithm.AES));
        assertEquals(Bytes.fromHex("02" + "03" + "1234" + "02"), mac.header());
        assertEquals(Bytes.zeros(17), mac.data());
    }

    /** Key sets and others that only liblogicalaccess sends. */
    @Test
    void statedOnly() {
        KeySetNo set = new KeySetNo(1);
        assertEquals(Bytes.fromHex("0102"), new InitializeKeySet(set, KeyAlgorithm.AES).header());
        assertEquals(Bytes.fromHex("0101"), new InitializeKeySet(set, KeyAlgorithm.TDEA_3).header());
        assertEquals(Bytes.fromHex("0110"), new FinalizeKeySet(set, new KeyVersion(0x10)).header());
        assertEquals(Bytes.fromHex("01"), new RollKeySet(set).header());
        assertEquals(Bytes.fromHex("4301"), new GetKeyVersionOfSet(set, new KeyNo(3)).header());
        assertEquals(Bytes.fromHex("4080"), new GetKeySetVersions().header());
        assertEquals(Bytes.fromHex("0203"), new RestoreTransfer(FILE, new FileNo(3)).header());
        assertEquals(
                Bytes.fromHex("02" + "010000" + "040000" + "020000"),
                new UpdateRecord(FILE, 1, 4, Bytes.fromHex("AABB"), CommMode.PLAIN, Chaining.NATIVE).header());
        assertEquals(
                Bytes.fromHex("00000000000000000000000000000000" + "0000000000000000" + "07"),
                new Configuration.DefaultKey(new DesfireKey(
                                KeyAlgorithm.AES,
                                DesfireKey.zero(KeyAlgorithm.AES).value(),
                                new KeyVersion(7)))
                        .data());
    }

    /** SELECT FILE by name is kpn532-ev3 of full-apdu-traces.json (a real EV3). */
    @Test
    void isoCommands() {
        assertEquals(
                Bytes.fromHex("00A4040007D276000085010100"),
                IsoCommands.select(DfName.NDEF).bytes());
        assertEquals(
                Bytes.fromHex("00A4000C02E110"),
                IsoCommands.select(new IsoFileId(0xE110)).bytes());
        assertEquals(
                Bytes.fromHex("00B0010200"), IsoCommands.readBinary(0x102, 256).bytes());
        assertEquals(
                Bytes.fromHex("00B00000001000"), IsoCommands.readBinary(0, 4096).bytes());
        assertEquals(
                Bytes.fromHex("00D6000002AABB"),
                IsoCommands.updateBinary(0, Bytes.fromHex("AABB")).bytes());
        assertEquals(
                Bytes.fromHex("00B2000500"), IsoCommands.readRecords(0, 256).bytes());
        assertEquals(
                Bytes.fromHex("00E2000001AA"),
                IsoCommands.appendRecord(Bytes.of(0xAA)).bytes());
    }

    /** A short identifier is bit 7 of P1 and the number, as Proxmark3 and NXP NfcRdLib send it. */
    @Test
    void isoFileByItsNumber() {
        assertEquals(
                Bytes.fromHex("00A4020C02E110"),
                IsoCommands.selectElementaryFile(new IsoFileId(0xE110)).bytes());
        assertEquals(
                Bytes.fromHex("00B082FF20"),
                IsoCommands.readBinary(FILE, 255, 32).bytes());
        assertEquals(
                Bytes.fromHex("00B09F0000"),
                IsoCommands.readBinary(new FileNo(31), 0, 256).bytes());
    }

    /** As Proxmark3 sends them (DesfireAuthenticateISO); algorithm numbers of libfreefare. */
    @Test
    void isoAuthentication() {
        Bytes token = Bytes.repeat(32, 0xAB);
        assertEquals(Bytes.fromHex("0084000008"), IsoCommands.getChallenge(8).bytes());
        assertEquals(Bytes.fromHex("0084000010"), IsoCommands.getChallenge(16).bytes());
        assertEquals(
                Bytes.fromHex("0082098120").plus(token),
                IsoCommands.externalAuthenticate(0x09, 0x81, token).bytes());
        assertEquals(
                Bytes.fromHex("0088020008112233445566778800"),
                IsoCommands.internalAuthenticate(0x02, 0x00, Bytes.fromHex("1122334455667788"))
                        .bytes());
    }
}
