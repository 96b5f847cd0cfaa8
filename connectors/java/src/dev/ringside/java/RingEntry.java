// connectors/java/src/dev/ringside/java/RingEntry.java - one certificate of a ring, as the program gives it.
package dev.ringside.java;

final class RingEntry {
  static final int NO_KEY = 0;
  static final int CLEAR_KEY = 1;
  static final int ICSF_KEY = 2;

  String alias;
  String owner;
  boolean isDefault;
  int key;          // NO_KEY, CLEAR_KEY or ICSF_KEY
  String keyLabel;  // of a key in ICSF
  byte[] certificate;
  byte[] pkcs8;     // empty without a key
  int[] chain;      // indices of entries; the first is that of the entry itself
}
