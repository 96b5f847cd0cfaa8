// connectors/java/src/dev/ringside/java/RingChanges.java - what `ringside ring-image --store` is to change in a ring.
package dev.ringside.java;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

final class RingChanges {
  private static final int MAGIC = 0x52534331;  // RSC1

  /** An entry that is new or another one than before. */
  static final class Put {
    final String alias;
    final List<byte[]> chain;
    final byte[] pkcs8;  // null without a key

    Put(String alias, List<byte[]> chain, byte[] pkcs8) {
      this.alias = alias;
      this.chain = chain;
      this.pkcs8 = pkcs8;
    }
  }

  private final String type;
  private final List<String> removed;
  private final List<Put> put;

  RingChanges(String type, List<String> removed, List<Put> put) {
    this.type = type;
    this.removed = removed;
    this.put = put;
  }

  byte[] octets() throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(octets);
    out.writeInt(MAGIC);
    write(out, Version.TEXT);
    write(out, type);
    out.writeInt(removed.size());
    for (String alias : removed) {
      write(out, alias);
    }
    out.writeInt(put.size());
    for (Put each : put) {
      write(out, each);
    }
    return octets.toByteArray();
  }

  private static void write(DataOutputStream out, Put put) throws IOException {
    write(out, put.alias);
    out.writeByte(put.pkcs8 == null ? 0 : 1);
    out.writeShort(put.chain.size());
    for (byte[] certificate : put.chain) {
      write(out, certificate);
    }
    write(out, put.pkcs8 == null ? new byte[0] : put.pkcs8);
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    if (octets.length > 0xffff) {
      throw new IOException("An alias is longer than 65,535 octets");
    }
    out.writeShort(octets.length);
    out.write(octets);
  }

  private static void write(DataOutputStream out, byte[] octets) throws IOException {
    out.writeInt(octets.length);
    out.write(octets);
  }
}
