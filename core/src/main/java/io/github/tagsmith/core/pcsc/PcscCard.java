package io.github.tagsmith.core.pcsc;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.pcsc.nat.NativeMemory;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.CardStatus;
import io.github.tagsmith.core.reader.Disposition;
import io.github.tagsmith.core.reader.Protocol;
import io.github.tagsmith.core.reader.ProtocolAnswer;
import io.github.tagsmith.core.reader.ReaderAttribute;
import io.github.tagsmith.core.reader.ShareMode;
import io.github.tagsmith.core.reader.Transaction;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the PC/SC service. Its native memory is allocated once, at connect: nothing is allocated for an exchange but
 * its answer, and nothing is freed under a call.
 */
final class PcscCard implements Card {

    private final NativeContext context;
    private final String readerName;
    private final long handle;
    private final CardMemory memory;
    private ShareMode mode;
    private Set<Protocol> protocols;
    private Protocol protocol = Protocol.NONE;
    private Bytes atr = Bytes.EMPTY;
    private int transactions;
    private boolean open = true;

    private PcscCard(
            NativeContext context,
            String readerName,
            long handle,
            CardMemory memory,
            ShareMode mode,
            Set<Protocol> protocols) {
        this.context = context;
        this.readerName = readerName;
        this.handle = handle;
        this.memory = memory;
        this.mode = mode;
        this.protocols = protocols;
    }

    /** SCardConnect. */
    static PcscCard connect(NativeContext context, String readerName, ShareMode mode, Set<Protocol> protocols)
            throws NfcException {
        context.confinement().enter();
        try {
            NativeMemory name = context.library().zeroTerminated(readerName);
            NativeMemory handle = context.allocate(Long.BYTES);
            CardMemory memory = new CardMemory(context);
            long mask = PcscNumbers.mask(protocols, context.abi());
            long code = context.calls()
                    .connect(context.handle(), name, PcscNumbers.of(mode), mask, handle, memory.protocol);
            context.check(code, "connect to the card in ", readerName);
            PcscCard card = new PcscCard(context, readerName, handle.handle(), memory, mode, Set.copyOf(protocols));
            card.started();
            return card;
        } finally {
            context.confinement().exit();
        }
    }

    /** A direct connection without a card has no ATR. */
    private void started() {
        protocol = PcscNumbers.protocol(memory.protocol.dword(0), context.abi());
        atr = askStatus() == PcscCode.SUCCESS.value() ? readAtr() : Bytes.EMPTY;
    }

    private long askStatus() {
        CardMemory.StatusMemory name = memory.status();
        name.nameLength().writeDword(0, CardMemory.NAME_ROOM);
        memory.length.writeDword(0, CardMemory.ATR_ROOM);
        return context.calls()
                .status(
                        handle,
                        name.name(),
                        name.nameLength(),
                        memory.state,
                        memory.protocol,
                        memory.atr,
                        memory.length);
    }

    private Bytes readAtr() {
        return memory.atr.read(0, (int) Math.min(memory.length.dword(0), CardMemory.ATR_ROOM));
    }

    @Override
    public String readerName() {
        return readerName;
    }

    @Override
    public Bytes atr() {
        return atr;
    }

    @Override
    public Protocol protocol() {
        return protocol;
    }

    @Override
    public ShareMode shareMode() {
        return mode;
    }

    /** What the service knows of the connection; SCardStatus. */
    @Override
    public CardStatus status() throws NfcException {
        enter();
        try {
            context.check(askStatus(), "ask for the status of the card in ", readerName);
            CardMemory.StatusMemory name = memory.status();
            int bytes = (int) Math.min(name.nameLength().dword(0), CardMemory.NAME_ROOM)
                    * context.abi().charWidth();
            List<String> names =
                    MultiString.decode(name.name().read(0, bytes), context.abi().charset());
            return new CardStatus(
                    names.isEmpty() ? readerName : names.get(0),
                    PcscNumbers.states(memory.state.dword(0), context.abi()),
                    PcscNumbers.protocol(memory.protocol.dword(0), context.abi()),
                    readAtr());
        } finally {
            exit();
        }
    }

    /** Sends a command; SCardTransmit. */
    @Override
    public Bytes transmit(Bytes command) throws NfcException {
        enter();
        try {
            return exchange(protocol, command, null);
        } finally {
            exit();
        }
    }

    /** Sends a command with a send PCI of the caller's, and gives the receive PCI back; SCardTransmit. */
    @Override
    public ProtocolAnswer transmit(Protocol sendProtocol, Bytes command) throws NfcException {
        enter();
        try {
            memory.writePci(memory.receivePci, PcscNumbers.of(sendProtocol, context.abi()));
            Bytes answer = exchange(sendProtocol, command, memory.receivePci);
            return new ProtocolAnswer(PcscNumbers.protocol(memory.receivePci.dword(0), context.abi()), answer);
        } finally {
            exit();
        }
    }

    private Bytes exchange(Protocol sendProtocol, Bytes command, @Nullable NativeMemory receivePci)
            throws NfcException {
        memory.writeCommand(command);
        memory.writePci(memory.sendPci, PcscNumbers.of(sendProtocol, context.abi()));
        memory.length.writeDword(0, memory.answer.size());
        long code = context.calls()
                .transmit(
                        handle,
                        memory.sendPci,
                        memory.command,
                        command.length(),
                        receivePci,
                        memory.answer,
                        memory.length);
        context.check(code, "exchange an APDU with the card in ", readerName);
        return memory.answer.read(0, (int) memory.length.dword(0));
    }

    /** Begins an exclusive section; SCardBeginTransaction. */
    @Override
    public Transaction beginTransaction() throws NfcException {
        enter();
        try {
            long code = context.calls().beginTransaction(handle);
            context.check(code, "begin a transaction with the card in ", readerName);
            context.confinement().enter();
            transactions++;
            return new PcscTransaction(this);
        } finally {
            exit();
        }
    }

    @Override
    public void reconnect(Disposition initialization) throws NfcException {
        reconnect(mode, protocols, initialization);
    }

    /** Connects anew, in another way if wanted; SCardReconnect. */
    @Override
    public void reconnect(ShareMode newMode, Set<Protocol> newProtocols, Disposition initialization)
            throws NfcException {
        enter();
        try {
            long mask = PcscNumbers.mask(newProtocols, context.abi());
            long code = context.calls()
                    .reconnect(handle, PcscNumbers.of(newMode), mask, PcscNumbers.of(initialization), memory.protocol);
            context.check(code, "reconnect to the card in ", readerName);
            mode = newMode;
            protocols = Set.copyOf(newProtocols);
            started();
        } finally {
            exit();
        }
    }

    /** Talks to the reader's driver; SCardControl. */
    @Override
    public Bytes control(long controlCode, Bytes input) throws NfcException {
        enter();
        try {
            memory.writeControl(input);
            memory.length.writeDword(0, 0);
            long code = context.calls()
                    .control(handle, controlCode, memory.command, input.length(), memory.answer, memory.length);
            context.check(code, String.format("send control code %08X to ", controlCode), readerName);
            return memory.answer.read(0, (int) memory.length.dword(0));
        } finally {
            exit();
        }
    }

    /** SCARD_CTL_CODE of this system. */
    @Override
    public long controlCode(int function) {
        return context.abi().controlCode(function);
    }

    @Override
    public long escapeCode() {
        return context.abi().escapeCode();
    }

    /** Reads an attribute of the reader; SCardGetAttrib. */
    @Override
    public Bytes attribute(ReaderAttribute attribute) throws NfcException {
        enter();
        try {
            memory.length.writeDword(0, CardMemory.SHORT_ROOM);
            long code = context.calls().getAttribute(handle, attribute.tag(), memory.answer, memory.length);
            context.check(code, "read attribute " + attribute + " of ", readerName);
            return memory.answer.read(0, (int) memory.length.dword(0));
        } finally {
            exit();
        }
    }

    /** Sets an attribute of the reader; SCardSetAttrib. */
    @Override
    public void setAttribute(ReaderAttribute attribute, Bytes value) throws NfcException {
        enter();
        try {
            memory.writeControl(value);
            long code = context.calls().setAttribute(handle, attribute.tag(), memory.command, value.length());
            context.check(code, "set attribute " + attribute + " of ", readerName);
        } finally {
            exit();
        }
    }

    /** SCardEndTransaction; a connection that is closed has ended its transactions already. */
    void endTransaction(Disposition disposition) {
        context.confinement().enter();
        try {
            if (open) {
                context.calls().endTransaction(handle, PcscNumbers.of(disposition));
                leaveTransaction();
            }
        } finally {
            exit();
        }
    }

    private void leaveTransaction() {
        transactions--;
        context.confinement().exit();
    }

    /** Ends the connection, and with it its transactions; SCardDisconnect. */
    @Override
    public void disconnect(Disposition disposition) {
        context.confinement().enter();
        try {
            if (open) {
                open = false;
                context.calls().disconnect(handle, PcscNumbers.of(disposition));
                while (transactions > 0) {
                    leaveTransaction();
                }
            }
        } finally {
            context.confinement().exit();
        }
    }

    private void enter() throws NfcException {
        context.confinement().enter();
        if (!open) {
            context.confinement().exit();
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST, "the connection to the card in " + readerName + " is closed");
        }
    }

    private void exit() {
        context.confinement().exit();
    }
}
