package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.AccessRight;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.SdmSettings;
import io.github.tagsmith.desfire.picc.memory.Application;
import io.github.tagsmith.desfire.picc.memory.CardFile;
import io.github.tagsmith.desfire.picc.memory.FileSettings;
import io.github.tagsmith.desfire.picc.sdm.SdmDescription;
import io.github.tagsmith.desfire.picc.sdm.SdmMirror;
import io.github.tagsmith.desfire.picc.sdm.SdmRandom;
import io.github.tagsmith.desfire.picc.sdm.SdmReadCounter;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.List;
import java.util.Optional;

/** Secure dynamic messaging: what is read without authentication, and the counter of that. */
final class SdmReading {

    private SdmReading() {}

    static CommandRow row() {
        return new CommandRowBuilder(Instruction.GET_FILE_COUNTERS)
                .ofFile()
                .needs(Capability.SDM)
                .header(1)
                .bytes(1)
                .in(ModeRule.FULL)
                .does(SdmReading::counters);
    }

    /** The settings of a file, which were checked when they came. */
    static SdmSettings settings(Draft card, Bytes wire, int fileSize, int counter) throws Refusal {
        boolean lrp = card.stored().configuration().lrp();
        int keyCount = card.application().keySets().keyCount();
        return new SdmDescription(wire, fileSize, keyCount, lrp).settings(counter);
    }

    /**
     * What is read of a file: itself, or what the card mirrors into it for a reader that is not authenticated.
     *
     * @param card the card, whose counter goes on
     * @param number the file
     * @param content its bytes
     * @return the bytes to read from
     * @throws Refusal if the limit of reads is reached
     */
    static Bytes content(Draft card, FileNo number, Bytes content) throws Refusal {
        FileSettings settings = card.file(number).settings();
        if (!settings.hasSdm() || card.activation().login().isPresent()) {
            return content;
        }
        int before = settings.sdmReads();
        SdmSettings sdm = settings(card, settings.sdm(), content.length(), 0);
        boolean again = card.before().sdmRead().equals(Optional.of(number));
        int counter = again ? before : SdmReadCounter.next(sdm, before);
        if (counter != before) {
            card.putSettings(number, settings.withSdmReads(counter));
        }
        card.activate(card.activation().with(Passing.read(number)));
        Application application = card.application();
        List<DesfireKey> keys = application.keySets().current().keys();
        return new SdmMirror(
                        sdm,
                        card.stored().production().uid(),
                        counter,
                        SdmRandom.of(card.random()),
                        key -> keys.get(key.value()),
                        card.stored().configuration().lrp())
                .of(content);
    }

    private static Outcome counters(Draft card, Parameters command) throws Refusal {
        CardFile file = card.file(command.fileNo());
        FileSettings settings = file.settings();
        if (!settings.hasSdm()) {
            throw new Refusal(DesfireStatus.PERMISSION_DENIED);
        }
        SdmSettings sdm =
                settings(card, settings.sdm(), DataAccess.content(file).length(), 0);
        AccessRight right = sdm.counterRetrieval();
        if (right.equals(AccessRight.NEVER)) {
            throw new Refusal(DesfireStatus.PERMISSION_DENIED);
        }
        if (right.key().isPresent() && !right.key().equals(card.key())) {
            throw Purpose.refusal(card.key());
        }
        return Outcome.of(SdmReadCounter.answer(settings.sdmReads()));
    }
}
