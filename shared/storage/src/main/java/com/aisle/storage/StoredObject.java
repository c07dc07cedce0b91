package com.aisle.storage;

/**
 * An object's content as read at one moment.
 *
 * @param bytes not copied: do not change them
 * @param tag changes with the content; compare only for equality
 */
@SuppressWarnings("ArrayRecordComponent") // read once and passed on, never compared
public record StoredObject(byte[] bytes, String tag) {}
