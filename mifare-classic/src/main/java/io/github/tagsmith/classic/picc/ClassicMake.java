package io.github.tagsmith.classic.picc;

/** What kind of silicon a card is made of. */
public enum ClassicMake {
    /** NXP's: block 0 is written once, in the factory. */
    GENUINE(false),
    /**
     * A clone called gen2, CUID or direct write: block 0 takes an ordinary write, under the rules of its sector, and UIDs of 4
     * and of 7 bytes exist (Proxmark3, doc/magic_cards_notes.md; stated there only). Makes differ in whether ATQA and SAK follow
     * block 0; here they are fixed.
     */
    GEN2(true);

    private final boolean block0Writable;

    ClassicMake(boolean block0Writable) {
        this.block0Writable = block0Writable;
    }

    boolean isBlock0Writable() {
        return block0Writable;
    }
}
