package io.github.tagsmith.core.reader;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.Set;

/** A connection that hands everything on to another one; what is to be different is overridden. */
public abstract class ForwardingCard implements Card {

    /** For subclasses. */
    protected ForwardingCard() {}

    /**
     * Where everything goes.
     *
     * @return the other connection
     */
    protected abstract Card target();

    @Override
    public Bytes transmit(Bytes command) throws NfcException {
        return target().transmit(command);
    }

    @Override
    public ProtocolAnswer transmit(Protocol protocol, Bytes command) throws NfcException {
        return target().transmit(protocol, command);
    }

    @Override
    public String readerName() {
        return target().readerName();
    }

    @Override
    public Bytes atr() {
        return target().atr();
    }

    @Override
    public Protocol protocol() {
        return target().protocol();
    }

    @Override
    public ShareMode shareMode() {
        return target().shareMode();
    }

    @Override
    public CardStatus status() throws NfcException {
        return target().status();
    }

    @Override
    public Bytes control(long code, Bytes input) throws NfcException {
        return target().control(code, input);
    }

    @Override
    public long controlCode(int function) {
        return target().controlCode(function);
    }

    @Override
    public long escapeCode() {
        return target().escapeCode();
    }

    @Override
    public Bytes attribute(ReaderAttribute attribute) throws NfcException {
        return target().attribute(attribute);
    }

    @Override
    public void setAttribute(ReaderAttribute attribute, Bytes value) throws NfcException {
        target().setAttribute(attribute, value);
    }

    @Override
    public Transaction beginTransaction() throws NfcException {
        return target().beginTransaction();
    }

    @Override
    public void reconnect(Disposition initialization) throws NfcException {
        target().reconnect(initialization);
    }

    @Override
    public void reconnect(ShareMode mode, Set<Protocol> protocols, Disposition initialization) throws NfcException {
        target().reconnect(mode, protocols, initialization);
    }

    @Override
    public void disconnect(Disposition disposition) {
        target().disconnect(disposition);
    }
}
