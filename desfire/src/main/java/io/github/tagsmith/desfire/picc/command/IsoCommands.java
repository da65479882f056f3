package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.DfName;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.IsoFileId;
import io.github.tagsmith.desfire.picc.memory.Application;
import io.github.tagsmith.desfire.picc.memory.DataFile;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.Map;
import java.util.Optional;

/**
 * The ISO 7816-4 commands, class 00: SELECT, READ BINARY, UPDATE BINARY, READ RECORD, APPEND RECORD, GET CHALLENGE, EXTERNAL and
 * INTERNAL AUTHENTICATE. They reach files in clear only: a file whose right is free, or a plain one whose key is authenticated.
 * SELECT of the card's DF name and of what is not there are as an EV3 answers them (full-apdu-traces.json, kpn532); the rest
 * follows ISO 7816-4 and MF2DLHX0, stated only. That DESFire Light answers the
 * selection of its application with its file 1F says Proxmark3 (doc/desfire.md).
 */
final class IsoCommands {

    private static final int BY_ID = 0x00;
    private static final int CHILD_EF = 0x02;
    private static final int BY_NAME = 0x04;
    private static final int NO_FCI = 0x0C;
    private static final FileNo FCI_FILE = new FileNo(0x1F);
    private static final IsoFileId MASTER_FILE = new IsoFileId(0x3F00);
    private static final StatusWord WRONG_P1_P2 = new StatusWord(0x6A86);

    /** What a command does. */
    @FunctionalInterface
    private interface IsoHandler {
        ResponseApdu handle(Draft card, CommandApdu command) throws IsoRefusal, Refusal;
    }

    private static final Map<Integer, IsoHandler> HANDLERS = Map.of(
            0xA4, IsoCommands::select,
            0xB0, IsoFiles::readBinary,
            0xD6, IsoFiles::updateBinary,
            0xB2, IsoFiles::readRecord,
            0xE2, IsoFiles::appendRecord,
            0x84, IsoAuthentication::challenge,
            0x82, IsoAuthentication::external,
            0x88, IsoAuthentication::internal);

    private IsoCommands() {}

    static ResponseApdu handle(Draft card, CommandApdu command) throws IsoRefusal, Refusal {
        IsoHandler handler = HANDLERS.get(command.ins());
        if (handler == null) {
            throw new IsoRefusal(StatusWord.INSTRUCTION_NOT_SUPPORTED);
        }
        return handler.handle(card, command);
    }

    private static ResponseApdu select(Draft card, CommandApdu command) throws IsoRefusal {
        if (command.p2() != 0 && command.p2() != NO_FCI) {
            throw new IsoRefusal(WRONG_P1_P2);
        }
        switch (command.p1()) {
            case BY_NAME -> selectName(card, command.data());
            case BY_ID -> selectId(card, id(command), true);
            case CHILD_EF -> selectId(card, id(command), false);
            default -> throw new IsoRefusal(WRONG_P1_P2);
        }
        Bytes fci = command.p2() == NO_FCI ? Bytes.EMPTY : fci(card);
        return new ResponseApdu(fci.slice(0, Math.min(fci.length(), command.ne())), StatusWord.OK);
    }

    /** What a card with fixed files tells of the application that was just selected: the content of file 1F. */
    private static Bytes fci(Draft card) {
        Selection selection = card.activation().selection();
        boolean tells =
                !card.can(Capability.APPLICATIONS) && selection.current().isEmpty();
        return Optional.of(selection.aid())
                .filter(aid -> tells)
                .flatMap(aid -> card.stored().application(aid))
                .flatMap(application -> application.file(FCI_FILE))
                .map(file -> file instanceof DataFile data ? data.content() : Bytes.EMPTY)
                .orElse(Bytes.EMPTY);
    }

    private static IsoFileId id(CommandApdu command) throws IsoRefusal {
        if (command.data().length() != IsoFileId.LENGTH) {
            throw new IsoRefusal(StatusWord.WRONG_LENGTH);
        }
        return new IsoFileId((int) command.data().toUnsignedBigEndian());
    }

    private static void selectName(Draft card, Bytes name) throws IsoRefusal {
        if (name.isEmpty() || name.length() > DfName.MAX_LENGTH) {
            throw new IsoRefusal(StatusWord.WRONG_LENGTH);
        }
        DfName wanted = new DfName(name);
        if (wanted.equals(DfName.PICC)) {
            select(card, Aid.PICC);
        } else {
            selectApplication(card, card.stored().applicationWith(wanted));
        }
    }

    /** A file of the selected application, else, if that is allowed, the card or an application. */
    private static void selectId(Draft card, IsoFileId id, boolean applications) throws IsoRefusal {
        Optional<FileNo> file = card.selected().flatMap(application -> application.fileWith(id));
        if (file.isPresent()) {
            card.activate(card.activation().with(card.activation().selection().with(file.get())));
        } else if (applications && id.equals(MASTER_FILE)) {
            select(card, Aid.PICC);
        } else {
            selectApplication(card, applications ? card.stored().applicationWith(id) : Optional.empty());
        }
    }

    private static void selectApplication(Draft card, Optional<Application> found) throws IsoRefusal {
        Application application = found.orElseThrow(() -> new IsoRefusal(StatusWord.NOT_FOUND));
        select(card, application.aid());
    }

    private static void select(Draft card, Aid aid) {
        card.activate(card.activation().selecting(Selection.of(aid)));
    }
}
