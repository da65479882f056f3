package io.github.tagsmith.core.trace.replay;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.feature.ReaderDriver;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.CardStatus;
import io.github.tagsmith.core.reader.CardStatus.State;
import io.github.tagsmith.core.reader.Disposition;
import io.github.tagsmith.core.reader.Protocol;
import io.github.tagsmith.core.reader.ProtocolAnswer;
import io.github.tagsmith.core.reader.ReaderAttribute;
import io.github.tagsmith.core.reader.ShareMode;
import io.github.tagsmith.core.reader.Transaction;
import java.util.Set;

/** A connection to the card of a record. */
final class ReplayCard implements Card {

    private static final Set<State> PRESENT = Set.of(State.PRESENT, State.POWERED, State.SPECIFIC);

    private final String readerName;
    private final Replay replay;
    private final Protocol protocol;
    private ShareMode mode;
    private Bytes atr;

    ReplayCard(String readerName, Replay replay, ShareMode mode, Protocol protocol) {
        this.readerName = readerName;
        this.replay = replay;
        this.mode = mode;
        this.protocol = protocol;
        this.atr = replay.connect();
    }

    @Override
    public Bytes transmit(Bytes command) throws NfcException {
        return replay.transmit(command);
    }

    @Override
    public ProtocolAnswer transmit(Protocol sendProtocol, Bytes command) throws NfcException {
        return new ProtocolAnswer(sendProtocol, transmit(command));
    }

    @Override
    public void reconnect(Disposition initialization) throws NfcException {
        atr = replay.reset();
    }

    @Override
    public void reconnect(ShareMode newMode, Set<Protocol> protocols, Disposition initialization) throws NfcException {
        reconnect(initialization);
        mode = newMode;
    }

    @Override
    public Bytes control(long code, Bytes input) throws NfcException {
        return new ReaderDriver(replay.longestApdu())
                .answer(code)
                .orElseThrow(() -> unrecorded("what the reader's driver answers"));
    }

    @Override
    public Bytes attribute(ReaderAttribute attribute) throws NfcException {
        throw unrecorded("attributes of the reader");
    }

    @Override
    public void setAttribute(ReaderAttribute attribute, Bytes value) throws NfcException {
        throw unrecorded("attributes of the reader");
    }

    private NfcException unrecorded(String what) {
        return new NfcException(ErrorKind.READER_FAILED, "a record does not hold " + what + ": " + replay.source());
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

    @Override
    public CardStatus status() {
        return new CardStatus(readerName, atr.isEmpty() ? Set.of(State.ABSENT) : PRESENT, protocol, atr);
    }

    @Override
    public long controlCode(int function) {
        return ReaderDriver.controlCode(function);
    }

    @Override
    public long escapeCode() {
        return controlCode(1);
    }

    @Override
    public Transaction beginTransaction() {
        return disposition -> {};
    }

    @Override
    public void disconnect(Disposition disposition) {
        // the record stays where it is: another connection goes on with it
    }
}
