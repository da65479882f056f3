package io.github.tagsmith.core.bench;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.picc.ApduPicc;
import io.github.tagsmith.core.virtual.VirtualSlot;
import io.github.tagsmith.core.vpcd.VpcdLink;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A software card of ours that answers as card.c does. */
public final class BenchCard {

    private BenchCard() {}

    private static final class Instant implements ApduPicc {

        private static final Bytes OK = Bytes.fromHex("9000");
        private static final Bytes LONG = Bytes.zeros(256).plus(OK);

        @Override
        public Bytes uid() {
            return Bytes.zeros(4);
        }

        @Override
        public Bytes ats() {
            return Bytes.of(1);
        }

        @Override
        public Bytes answer(Bytes command) {
            return command.get(1) == 0xB0 ? LONG : OK;
        }

        @Override
        public void reset() {
            // nothing to forget
        }
    }

    public static void main(String[] arguments) throws Exception {
        VirtualSlot slot = new VirtualSlot();
        slot.present(new Instant());
        int port = Integer.parseInt(arguments[0]);
        try (VpcdLink link = VpcdLink.connect(slot, new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            link.run();
        }
    }
}
