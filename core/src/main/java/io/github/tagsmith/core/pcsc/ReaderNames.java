package io.github.tagsmith.core.pcsc;

import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.pcsc.nat.NativeMemory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two calls that answer with a list of names, asked first for its length. */
final class ReaderNames {

    private ReaderNames() {}

    /** One of the two calls. */
    private interface Call {
        long into(@Nullable NativeMemory names, NativeMemory length);
    }

    /** SCardListReaders; without groups, all readers. */
    static List<String> list(NativeContext context, List<String> groups) throws NfcException {
        NativeMemory wanted = groups.isEmpty() ? null : context.library().zeroTerminated(MultiString.join(groups));
        return ask(
                context,
                (names, length) -> context.calls().listReaders(context.handle(), wanted, names, length),
                "list the readers");
    }

    /** SCardListReaderGroups. */
    static List<String> groups(NativeContext context) throws NfcException {
        return ask(
                context,
                (names, length) -> context.calls().listReaderGroups(context.handle(), names, length),
                "list the reader groups");
    }

    private static List<String> ask(NativeContext context, Call call, String doing) throws NfcException {
        NativeMemory length = context.allocate(Long.BYTES);
        while (true) {
            long sizing = call.into(null, length);
            if (sizing == PcscCode.E_NO_READERS_AVAILABLE.value()) {
                return List.of();
            }
            context.check(sizing, doing, "");
            int bytes = (int) length.dword(0) * context.abi().charWidth();
            NativeMemory names = context.allocate(bytes);
            long code = call.into(names, length);
            if (code == PcscCode.E_NO_READERS_AVAILABLE.value()) {
                return List.of();
            }
            if (code != PcscCode.E_INSUFFICIENT_BUFFER.value()) {
                context.check(code, doing, "");
                return MultiString.decode(names.read(0, bytes), context.abi().charset());
            }
        }
    }
}
