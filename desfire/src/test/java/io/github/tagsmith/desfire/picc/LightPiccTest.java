package io.github.tagsmith.desfire.picc;

import io.github.tagsmith.core.picc.ApduPicc;
import io.github.tagsmith.core.picc.PiccContract;
import io.github.tagsmith.desfire.model.CardGeneration;

class LightPiccTest extends PiccContract {

    @Override
    protected ApduPicc card() {
        return Reader.of(CardGeneration.LIGHT).card();
    }
}
