package io.github.tagsmith.core.pcsc;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.pcsc.nat.PcscLibrary;
import io.github.tagsmith.core.reader.Reader;
import io.github.tagsmith.core.reader.Readers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jnr.ffi.Pointer;

/** The readers of the PC/SC service, through one context of its own. */
public final class PcscReaders implements Readers {

    private final NativeContext context;

    private PcscReaders(NativeContext context) {
        this.context = context;
    }

    /**
     * Finds the library and establishes a context; SCardEstablishContext.
     *
     * @param environment where the name of the library may be given; see {@link PcscLibrary#OVERRIDE}
     * @return the readers of the service
     * @throws NfcException {@code NO_SERVICE} without a library or a service
     */
    public static PcscReaders open(Map<String, String> environment) throws NfcException {
        return new PcscReaders(NativeContext.establish(PcscLibrary.load(environment)));
    }

    /** The names of all readers; SCardListReaders. */
    @Override
    public List<Reader> list() throws NfcException {
        List<Reader> readers = new ArrayList<>();
        for (String name : names()) {
            readers.add(new PcscReader(context, name));
        }
        return readers;
    }

    private List<String> names() throws NfcException {
        Pointer length = context.allocate(context.abi().handleWidth());
        while (true) {
            long sizing = context.code(context.functions().SCardListReaders(context.handle(), null, null, length));
            if (sizing == PcscCode.E_NO_READERS_AVAILABLE.value()) {
                return List.of();
            }
            context.check(sizing, "list the readers");
            int characters = (int) context.readDword(length, 0);
            Pointer names = context.allocate(characters * context.abi().charWidth());
            long code = context.code(context.functions().SCardListReaders(context.handle(), null, names, length));
            if (code == PcscCode.E_NO_READERS_AVAILABLE.value()) {
                return List.of();
            }
            if (code != PcscCode.E_INSUFFICIENT_BUFFER.value()) {
                context.check(code, "list the readers");
                byte[] text = new byte[characters * context.abi().charWidth()];
                names.get(0, text, 0, text.length);
                return MultiString.decode(Bytes.of(text), context.abi().charset());
            }
        }
    }

    /** Releases the context; SCardReleaseContext. */
    @Override
    public void close() {
        context.close();
    }
}
