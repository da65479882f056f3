package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.picc.memory.KeyPlace;

/**
 * A successful authentication.
 *
 * @param method how
 * @param aid the application that the key is of, or the card itself
 * @param key with which of its keys
 */
record Login(AuthenticationMethod method, Aid aid, KeyNo key) {

    KeyPlace place() {
        return new KeyPlace(aid, key);
    }
}
