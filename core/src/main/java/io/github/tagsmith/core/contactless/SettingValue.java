package io.github.tagsmith.core.contactless;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * What a reader says about one of its settings.
 *
 * @param name the setting's name
 * @param bytes the value as it was sent
 * @param text the value as it reads
 */
public record SettingValue(String name, Bytes bytes, String text) {}
