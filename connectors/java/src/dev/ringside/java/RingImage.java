// connectors/java/src/dev/ringside/java/RingImage.java - a ring as `ringside ring-image` writes it.
package dev.ringside.java;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The image of a ring that was read. Every rule on rings was applied by the program; here is only the form. */
final class RingImage {
  private static final int MAGIC = 0x52535231;  // RSR1

  final String owner;
  final String ring;
  final int updateCode;
  final List<RingType> types = new ArrayList<>();
  final List<RingEntry> entries = new ArrayList<>();

  private RingImage(String owner, String ring, int updateCode) {
    this.owner = owner;
    this.ring = ring;
    this.updateCode = updateCode;
  }

  /**
   * Reads an image. Throws the exception that it holds if the ring could not be read, and an IOException that names the versions if
   * the image is of another version than this jar.
   */
  static RingImage of(byte[] octets) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(octets));
    try {
      return read(in);
    } catch (EOFException end) {
      throw new IOException("The image of the ring is cut off: the program ringside ended early", end);
    }
  }

  private static RingImage read(DataInputStream in) throws IOException {
    checkVersion(in);
    in.skipBytes(3 * Integer.BYTES);  // the codes are in the message
    String exception = text(in);
    String message = text(in);
    for (int left = in.readUnsignedShort(); left > 0; --left) {
      Settings.debug(text(in));
    }
    if (!exception.isEmpty()) {
      throw exceptionOf(exception, message);
    }
    RingImage image = new RingImage(text(in), text(in), readPastExistence(in));
    for (int left = in.readUnsignedShort(); left > 0; --left) {
      image.types.add(type(in));
    }
    for (int left = in.readInt(); left > 0; --left) {
      image.entries.add(entry(in));
    }
    return image;
  }

  private static void checkVersion(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("The program ringside and ringside-safkeyring.jar " + Version.TEXT
          + " are of different versions: its answer is no image of a ring");
    }
    String version = text(in);
    if (!version.equals(Version.TEXT)) {
      throw new IOException("The program ringside is of version " + version + " and ringside-safkeyring.jar of version " + Version.TEXT
          + ": use the two of one installation");
    }
  }

  private static IOException exceptionOf(String name, String message) {
    return name.equals(MalformedURLException.class.getName()) ? new MalformedURLException(message) : new IOException(message);
  }

  private static int readPastExistence(DataInputStream in) throws IOException {
    in.readUnsignedByte();
    return in.readInt();
  }

  private static RingType type(DataInputStream in) throws IOException {
    RingType type = new RingType();
    type.name = text(in);
    type.opens = in.readUnsignedByte() != 0;
    type.seesIcsfKeys = in.readUnsignedByte() != 0;
    in.readUnsignedByte();  // whether it stores keys: the program refuses them
    return type;
  }

  private static RingEntry entry(DataInputStream in) throws IOException {
    RingEntry entry = new RingEntry();
    entry.alias = text(in);
    entry.owner = text(in);
    in.readUnsignedByte();  // usage
    entry.isDefault = in.readUnsignedByte() != 0;
    in.readInt();  // status
    entry.key = in.readUnsignedByte();
    in.readUnsignedByte();  // type of the key
    in.readInt();           // its bits
    entry.keyLabel = text(in);
    entry.certificate = octets(in);
    entry.pkcs8 = octets(in);
    entry.chain = new int[in.readUnsignedShort()];
    for (int i = 0; i < entry.chain.length; ++i) {
      entry.chain[i] = in.readInt();
    }
    return entry;
  }

  private static String text(DataInputStream in) throws IOException {
    byte[] octets = new byte[in.readUnsignedShort()];
    in.readFully(octets);
    return new String(octets, StandardCharsets.UTF_8);
  }

  private static byte[] octets(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new EOFException();
    }
    byte[] octets = new byte[length];
    in.readFully(octets);
    return octets;
  }

  /** Returns what is said of a store type; null if the program does not know it. */
  RingType type(String name) {
    for (RingType type : types) {
      if (type.name.equals(name)) {
        return type;
      }
    }
    return null;
  }
}
