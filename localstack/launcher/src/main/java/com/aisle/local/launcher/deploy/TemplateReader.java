package com.aisle.local.launcher.deploy;

import com.aisle.local.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads a CloudFormation template in YAML; the short forms ({@code !Ref}) come out as the long
 * ones.
 */
final class TemplateReader {
  private TemplateReader() {}

  /** The template as maps, lists, strings, numbers and booleans. */
  static Map<String, Object> read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new LauncherException("cannot read the template " + file + ": " + e.getMessage(), e);
    } catch (YAMLException e) {
      throw new LauncherException(
          "the template " + file + " is no valid YAML: " + e.getMessage(), e);
    }
  }

  /** Like {@link #read}, from text. */
  static Map<String, Object> parse(String text) {
    return new Yaml(new ShortForms()).load(text);
  }

  private static final class ShortForms extends SafeConstructor {
    ShortForms() {
      super(new LoaderOptions());
      yamlMultiConstructors.put("!", new LongForm());
      // "2012-10-17" is the version of a language here, not a day.
      yamlConstructors.put(Tag.TIMESTAMP, new ConstructYamlStr());
    }

    private Object value(Node node) {
      return switch (node) {
        case ScalarNode scalar -> scalar.getValue();
        case SequenceNode sequence -> constructSequence(sequence);
        case MappingNode mapping -> constructMapping(mapping);
        default -> throw new YAMLException("a value was expected at " + node.getStartMark());
      };
    }

    private final class LongForm extends AbstractConstruct {
      @Override
      public Object construct(Node node) {
        String name = node.getTag().getValue().substring(1);
        Object value = value(node);
        if (name.equals("Ref") || name.equals("Condition")) {
          return Map.of(name, value);
        }
        if (name.equals("GetAtt") && value instanceof String path) {
          return Map.of("Fn::GetAtt", List.of(path.split("\\.", 2)));
        }
        return Map.of("Fn::" + name, value);
      }
    }
  }
}
