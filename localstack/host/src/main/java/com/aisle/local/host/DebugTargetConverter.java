package com.aisle.local.host;

import com.aisle.local.host.function.DebugTarget;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a debug target of the command line. */
final class DebugTargetConverter implements ITypeConverter<DebugTarget> {
  @Override
  public DebugTarget convert(String text) {
    try {
      return DebugTarget.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
