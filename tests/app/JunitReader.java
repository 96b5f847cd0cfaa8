// tests/app/JunitReader.java - reads a JUnit report as strictly as XML asks, and says what is in it.
import java.io.File;
import java.io.PrintStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

public class JunitReader {
  public static void main(String[] arguments) throws Exception {
    Element root =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File(arguments[0])).getDocumentElement();
    PrintStream out = new PrintStream(System.out, true, "UTF-8");
    int cases = root.getElementsByTagName("testcase").getLength();
    int failures = root.getElementsByTagName("failure").getLength();
    out.println("testcases " + cases + " failures " + failures);
    if (cases != Integer.parseInt(root.getAttribute("tests"))) throw new Exception("the count of tests is wrong");
    for (int at = 0; at < failures; ++at)
      out.println(((Element) root.getElementsByTagName("failure").item(at)).getAttribute("message"));
  }
}
