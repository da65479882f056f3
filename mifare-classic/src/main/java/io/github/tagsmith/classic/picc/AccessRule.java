package io.github.tagsmith.classic.picc;

import io.github.tagsmith.core.contactless.KeyType;

/**
 * The card's own reading of its access bits, MF1S50yyX data sheet tables 7 and 8: which key may do what, by C1 C2 C3. A row
 * has one letter an operation: A, B, x for either, - for neither.
 */
enum AccessRule {
    READ("xxxBxBx-"),
    WRITE("x--BB-B-"),
    INCREMENT("x-----B-"),
    DECREMENT_RESTORE_TRANSFER("xx----x-"),
    KEY_A_WRITE("AA-BB---"),
    ACCESS_READ("AAAxxxxx"),
    ACCESS_WRITE("-A-B-B--"),
    KEY_B_READ("AAA-----"),
    KEY_B_WRITE("AA-BB---");

    /** One letter for each C1 C2 C3 from 000 to 111. */
    private final String allowed;

    AccessRule(String allowed) {
        this.allowed = allowed;
    }

    boolean allows(int c1c2c3, KeyType type) {
        char who = allowed.charAt(c1c2c3);
        return who == 'x' || who == (type == KeyType.A ? 'A' : 'B');
    }
}
