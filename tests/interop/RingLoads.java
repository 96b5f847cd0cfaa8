// tests/interop/RingLoads.java - loads a ring again and again in several threads, while others change it.
//
// java RingLoads THREADS LOADS URL. Prints what failed, a line each, and at last how many loads gave a whole ring: one with the key
// 'Server' and its CA.
import java.io.InputStream;
import java.net.URL;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicInteger;

public class RingLoads {
  private static final char[] PASSWORD = "password".toCharArray();

  public static void main(String[] arguments) throws Exception {
    AtomicInteger whole = new AtomicInteger();
    Thread[] threads = new Thread[Integer.parseInt(arguments[0])];
    for (int at = 0; at < threads.length; ++at) {
      threads[at] = new Thread(() -> {
        for (int left = Integer.parseInt(arguments[1]); left > 0; --left)
          if (load(arguments[2]))
            whole.incrementAndGet();
      });
      threads[at].start();
    }
    for (Thread thread : threads)
      thread.join();
    System.out.println(whole + " whole rings");
  }

  private static boolean load(String url) {
    try (InputStream in = new URL(url).openStream()) {
      KeyStore ring = KeyStore.getInstance("JCERACFKS");
      ring.load(in, PASSWORD);
      if (ring.getKey("Server", PASSWORD) != null && ring.getCertificateChain("Server").length == 2)
        return true;
      System.out.println("a part of the ring: " + ring.size() + " entries");
    } catch (Exception failed) {
      System.out.println(failed);
    }
    return false;
  }
}
