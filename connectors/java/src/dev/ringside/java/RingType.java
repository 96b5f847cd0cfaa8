// connectors/java/src/dev/ringside/java/RingType.java - what the program says of a store type and the URL that was read.
package dev.ringside.java;

final class RingType {
  String name;
  boolean opens;         // the scheme of the URL is one of this type
  boolean seesIcsfKeys;  // a key in ICSF makes a key entry
}
