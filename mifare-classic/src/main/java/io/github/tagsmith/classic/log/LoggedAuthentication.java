package io.github.tagsmith.classic.log;

import io.github.tagsmith.classic.crypto1.RecordedAuthentication;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.core.contactless.KeyType;
import java.util.Optional;

/**
 * One authentication of a log.
 *
 * @param line the line it stands on, from 1
 * @param sector the sector it was for, where the log says so
 * @param keyType which of the two keys, where the log says so
 * @param words what was heard
 */
public record LoggedAuthentication(
        int line, Optional<SectorNo> sector, Optional<KeyType> keyType, RecordedAuthentication words) {}
