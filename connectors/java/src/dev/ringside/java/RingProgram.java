// connectors/java/src/dev/ringside/java/RingProgram.java - runs `ringside ring-image`, which reads and changes rings.
package dev.ringside.java;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

final class RingProgram {
  private static final int MOST_OCTETS = 64 << 20;

  private RingProgram() {}

  /** Returns the image of the ring that the URL names. */
  static byte[] read(String url) throws IOException {
    return run(Collections.singletonList(url), new byte[0]);
  }

  /** Changes the ring as `changes` say, all of them or none, and returns the image of the ring after it. */
  static byte[] store(String url, RingChanges changes) throws IOException {
    return run(List.of("--store", url), changes.octets());
  }

  private static byte[] run(List<String> operands, byte[] input) throws IOException {
    Process process = start(command(operands));
    try {
      CompletableFuture<byte[]> errors = new CompletableFuture<>();
      Thread reader = new Thread(() -> errors.complete(allOf(process.getErrorStream())), "ringside standard error");
      reader.setDaemon(true);
      reader.start();
      send(process, input);
      byte[] image = process.getInputStream().readNBytes(MOST_OCTETS);
      int status = process.waitFor();
      String told = new String(errors.join(), StandardCharsets.UTF_8).trim();
      if (image.length == 0) {
        throw new IOException(withoutImage(told, status));
      }
      return image;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The thread was interrupted while it read a ring");
    } finally {
      process.destroy();
    }
  }

  private static List<String> command(List<String> operands) throws IOException {
    String lab = Settings.value(Settings.LAB);
    if (lab.isEmpty()) {
      throw new IOException("No lab is named, so there are no rings: lab=FILE in the options of the agent, or RINGSIDE_LAB, names it");
    }
    List<String> command = new ArrayList<>(List.of(Settings.value(Settings.PROGRAM, "ringside"), "--lab", lab));
    String system = Settings.value(Settings.SYSTEM);
    if (!system.isEmpty()) {
      Collections.addAll(command, "--system", system);
    }
    if (Settings.isOn(Settings.LENIENT)) {
      command.add("--lenient");
    }
    Collections.addAll(command, "--user", Settings.user(), "ring-image");
    command.addAll(operands);
    return command;
  }

  private static Process start(List<String> command) throws IOException {
    try {
      return new ProcessBuilder(command).start();
    } catch (IOException notStarted) {
      throw new IOException("The program " + command.get(0) + " cannot be run, so no ring can be read: put it into PATH, or name it "
          + "by program=FILE in the options of the agent", notStarted);
    }
  }

  private static void send(Process process, byte[] input) {
    try (OutputStream out = process.getOutputStream()) {
      out.write(input);
    } catch (IOException closed) {
      // The program ended before it read everything; its answer says why.
    }
  }

  /** Returns one sentence on a program that gave no image; the first line of what it says names the cause. */
  private static String withoutImage(String told, int status) {
    if (told.contains(": there is no such subcommand")) {
      return "The program ringside is older than ringside-safkeyring.jar " + Version.TEXT
          + " and gives it no rings: use the two of one installation";
    }
    return told.isEmpty() ? "The program ringside ended with status " + status + " and no answer" : told.split("\\R", 2)[0];
  }

  private static byte[] allOf(InputStream in) {
    try {
      return in.readAllBytes();
    } catch (IOException broken) {
      return new byte[0];
    }
  }
}
