package io.github.tagsmith.cli.trace;

import io.github.tagsmith.cli.output.Output;
import io.github.tagsmith.cli.output.Printable;
import io.github.tagsmith.core.meaning.Secrets;
import io.github.tagsmith.core.trace.capture.CaptureFault;
import io.github.tagsmith.core.trace.ccid.CcidMessage;
import io.github.tagsmith.core.trace.ccid.CcidNotification;
import io.github.tagsmith.core.trace.ccid.ControlRequest;
import io.github.tagsmith.core.trace.decode.CaptureSummary;
import io.github.tagsmith.core.trace.exchange.ApduExchange;
import io.github.tagsmith.core.trace.exchange.SlotEvent;
import io.github.tagsmith.core.trace.exchange.T1Block;
import java.io.PrintStream;
import java.util.Optional;

/** What a capture says, a line an APDU, or a line a message. */
final class DecodedText implements DecodedOutput {

    private static final int FLUSH = 1 << 16;

    private final PrintStream out;
    private final boolean all;
    private final Output notes;
    private final StringBuilder lines = new StringBuilder();
    private final TimeColumn time = new TimeColumn();
    private final ShownSecrets secrets;
    private final CardMeanings meanings = new CardMeanings();
    private final StatusPolls polls = new StatusPolls();
    private Optional<String> reader = Optional.empty();
    private long apdus;
    private long incomplete;
    private long cutPackets;

    /**
     * Text for people.
     *
     * @param out where to
     * @param all whether every message is shown
     * @param showKeys whether keys and PINs are shown
     * @param notes takes faults, a sentence each
     */
    DecodedText(PrintStream out, boolean all, boolean showKeys, Output notes) {
        this.out = out;
        this.all = all;
        this.notes = notes;
        this.secrets = new ShownSecrets(showKeys);
    }

    @Override
    public void start(long timeNs) {
        time.start(timeNs);
    }

    @Override
    public void message(CcidMessage message, Optional<T1Block> block) {
        if (!all || polls.isRepeated(message)) {
            return;
        }
        endPolls();
        start(message.packet(), message.timeNs());
        MessageLine.append(lines, message, block, secrets.shownData(message, block));
        endLine();
    }

    private void endPolls() {
        Optional<String> repeated = polls.end();
        if (repeated.isPresent()) {
            lines.append("        ").append(repeated.get());
            endLine();
        }
    }

    @Override
    public void notification(CcidNotification notification) {
        if (all) {
            endPolls();
            start(notification.packet(), notification.timeNs());
            MessageLine.append(lines, notification);
            endLine();
        }
    }

    @Override
    public void control(ControlRequest request) {
        if (all) {
            endPolls();
            start(request.packet(), request.timeNs());
            MessageLine.append(lines, request);
            endLine();
        }
    }

    @Override
    public void event(SlotEvent event) {
        heading(event.readerName());
        meanings.take(event);
        boolean power = event.kind() == SlotEvent.Kind.POWER_ON || event.kind() == SlotEvent.Kind.POWER_ON_FAILED;
        if (power || all) {
            endPolls();
            start(event.packets().get(0), event.timeNs());
            ExchangeLine.appendPlace(lines, event.slot());
            ExchangeLine.append(lines, event);
            endLine();
        }
    }

    @Override
    public void exchange(ApduExchange exchange) {
        heading(exchange.readerName());
        endPolls();
        apdus++;
        if (exchange.incomplete()) {
            incomplete++;
        }
        start(exchange.packets().get(0), exchange.timeNs());
        ExchangeLine.appendPlace(lines, exchange.slot());
        if (exchange.incomplete() || exchange.command().isEmpty()) {
            lines.append("incomplete: a part of it is not in the capture");
        } else {
            Secrets shown = secrets.of(exchange.command().get(), exchange.response());
            ExchangeLine.append(lines, exchange, shown, meanings.meaning(exchange, shown));
        }
        endLine();
    }

    private void heading(Optional<String> name) {
        if (name.isPresent() && !name.equals(reader)) {
            reader = name;
            lines.append(Printable.of(name.get()));
            endLine();
        }
    }

    private void start(long packet, long timeNs) {
        ExchangeLine.appendNumber(lines, packet, 6);
        lines.append(' ');
        time.append(lines, timeNs);
        lines.append("  ");
    }

    private void endLine() {
        lines.append('\n');
        if (lines.length() > FLUSH) {
            flush();
        }
    }

    @Override
    public void cutPacket(long packet) {
        cutPackets++;
    }

    @Override
    public void fault(CaptureFault fault) {
        flush();
        notes.note(fault.kind().id() + ": " + fault.message());
    }

    @Override
    public void flush() {
        if (lines.length() > 0) {
            out.append(lines);
            lines.setLength(0);
            if (out.checkError()) {
                throw new OutputEndedException();
            }
        }
    }

    @Override
    public void end(CaptureSummary summary) {
        endPolls();
        SummaryLines.append(lines, summary, apdus, incomplete, cutPackets);
        flush();
    }

    @Override
    public void close() {
        flush();
    }
}
