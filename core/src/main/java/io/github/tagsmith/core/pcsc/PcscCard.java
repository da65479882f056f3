package io.github.tagsmith.core.pcsc;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.Disposition;
import io.github.tagsmith.core.reader.Protocol;
import io.github.tagsmith.core.reader.ShareMode;
import io.github.tagsmith.core.reader.Transaction;
import java.lang.ref.Reference;
import jnr.ffi.Pointer;

/**
 * A connection of the PC/SC service. Its native memory is allocated once, at connect, and lives in its fields: nothing is
 * allocated for an exchange but its answer, and nothing is freed under a call.
 */
final class PcscCard implements Card {

    private static final int ATR_ROOM = 36;

    /** A short answer: 256 bytes and the status word. */
    private static final int SHORT_ROOM = 258;

    /** A short command: header, Lc, 255 bytes, Le. */
    private static final int COMMAND_ROOM = 261;

    /** An extended answer: 65536 bytes and the status word; MAX_BUFFER_SIZE_EXTENDED of pcsc-lite is larger still. */
    private static final int EXTENDED_ROOM = 65538;

    private final NativeContext context;
    private final String readerName;
    private final ShareMode mode;
    private final long handle;
    private final Pointer length;
    private final Pointer out;
    private final Pointer pci;
    private final Pointer atrMemory;
    private Pointer command;
    private Pointer answer;
    private int answerRoom = SHORT_ROOM;
    private Protocol protocol = Protocol.NONE;
    private Bytes atr = Bytes.EMPTY;
    private boolean open = true;

    private PcscCard(NativeContext context, String readerName, ShareMode mode, long handle, Pointer out) {
        this.context = context;
        this.readerName = readerName;
        this.mode = mode;
        this.handle = handle;
        this.out = out;
        this.length = context.allocate(Long.BYTES);
        this.pci = context.allocate(context.abi().ioRequestSize());
        this.atrMemory = context.allocate(ATR_ROOM);
        this.command = context.allocate(COMMAND_ROOM);
        this.answer = context.allocate(answerRoom);
    }

    static PcscCard connect(NativeContext context, String readerName, ShareMode mode) throws NfcException {
        Pointer name = context.zeroTerminated(readerName);
        Pointer handle = context.allocate(Long.BYTES);
        Pointer out = context.allocate(Long.BYTES);
        long code;
        try {
            code = context.code(context.functions()
                    .SCardConnect(
                            context.handle(), name, PcscNumbers.of(mode), PcscNumbers.protocolsFor(mode), handle, out));
        } finally {
            Reference.reachabilityFence(name);
        }
        context.check(code, "connect to the card in " + readerName);
        PcscCard card = new PcscCard(context, readerName, mode, context.readHandle(handle), out);
        card.started();
        return card;
    }

    private void started() {
        long active = context.readDword(out, 0);
        protocol = PcscNumbers.protocol(active);
        context.writeDword(pci, 0, active);
        context.writeDword(pci, context.abi().dwordWidth(), context.abi().ioRequestSize());
        atr = readAtr();
    }

    /** SCardStatus; a direct connection without a card has no ATR. */
    private Bytes readAtr() {
        Pointer state = context.allocate(Long.BYTES);
        Pointer activeProtocol = context.allocate(Long.BYTES);
        context.writeDword(length, 0, ATR_ROOM);
        long code;
        try {
            code = context.code(
                    context.functions().SCardStatus(handle, null, null, state, activeProtocol, atrMemory, length));
        } finally {
            Reference.reachabilityFence(state);
            Reference.reachabilityFence(activeProtocol);
        }
        if (code != PcscCode.SUCCESS.value()) {
            return Bytes.EMPTY;
        }
        byte[] bytes = new byte[(int) Math.min(context.readDword(length, 0), ATR_ROOM)];
        atrMemory.get(0, bytes, 0, bytes.length);
        return Bytes.of(bytes);
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

    /** Sends a command; SCardTransmit. */
    @Override
    public Bytes transmit(Bytes bytes) throws NfcException {
        requireOpen();
        byte[] outgoing = bytes.toArray();
        makeRoom(outgoing);
        command.put(0, outgoing, 0, outgoing.length);
        context.writeDword(length, 0, answerRoom);
        long code = context.code(
                context.functions().SCardTransmit(handle, pci, command, outgoing.length, null, answer, length));
        context.check(code, "exchange an APDU with the card in " + readerName);
        byte[] incoming = new byte[(int) context.readDword(length, 0)];
        answer.get(0, incoming, 0, incoming.length);
        return Bytes.of(incoming);
    }

    /** An extended command, told by its zero fifth byte, may be answered at length: both buffers then grow, once. */
    private void makeRoom(byte[] outgoing) {
        boolean extended = outgoing.length >= 7 && outgoing[4] == 0;
        if (answerRoom == SHORT_ROOM && (extended || outgoing.length > COMMAND_ROOM)) {
            answerRoom = EXTENDED_ROOM;
            command = context.allocate(EXTENDED_ROOM + 7);
            answer = context.allocate(answerRoom);
        }
    }

    @Override
    public Transaction beginTransaction() throws NfcException {
        requireOpen();
        context.check(
                context.code(context.functions().SCardBeginTransaction(handle)),
                "begin a transaction with the card in " + readerName);
        return new Guard();
    }

    /** SCardReconnect. */
    @Override
    public void reconnect(Disposition initialization) throws NfcException {
        requireOpen();
        long code = context.code(context.functions()
                .SCardReconnect(
                        handle,
                        PcscNumbers.of(mode),
                        PcscNumbers.protocolsFor(mode),
                        PcscNumbers.of(initialization),
                        out));
        context.check(code, "reconnect to the card in " + readerName);
        started();
    }

    /** SCardDisconnect. */
    @Override
    public void disconnect(Disposition disposition) {
        if (open) {
            open = false;
            context.functions().SCardDisconnect(handle, PcscNumbers.of(disposition));
        }
    }

    private void requireOpen() throws NfcException {
        if (!open) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST, "the connection to the card in " + readerName + " is closed");
        }
    }

    /** SCardEndTransaction, once. */
    private final class Guard implements Transaction {

        private boolean ended;

        @Override
        public void end(Disposition disposition) {
            if (!ended && open) {
                context.functions().SCardEndTransaction(handle, PcscNumbers.of(disposition));
            }
            ended = true;
        }
    }
}
