package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.KeyNo;

/**
 * A successful authentication.
 *
 * @param method how
 * @param key with which key of the selected application or card
 */
record Login(AuthenticationMethod method, KeyNo key) {}
