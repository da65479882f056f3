package io.github.tagsmith.core.picc;

/** The smallest card. */
class HelloPiccTest extends PiccContract {

    @Override
    protected ApduPicc card() {
        return new HelloPicc();
    }
}
