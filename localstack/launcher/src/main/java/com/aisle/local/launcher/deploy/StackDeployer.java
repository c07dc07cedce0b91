package com.aisle.local.launcher.deploy;

import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.Poll;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** Creates or updates one stack by a change set and waits for the end. */
final class StackDeployer {
  private static final Duration INTERVAL = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final CloudFormationClient cloudFormation;
  private final String stack;

  StackDeployer(CloudFormationClient cloudFormation, String stack) {
    this.cloudFormation = cloudFormation;
    this.stack = stack;
  }

  /** The outputs of the stack if it is there and whole. */
  Optional<Map<String, String>> outputs() {
    return describe()
        .filter(found -> isWhole(found.stackStatus()))
        .map(
            found ->
                found.outputs().stream()
                    .collect(
                        Collectors.toMap(
                            Output::outputKey, Output::outputValue, (a, b) -> b, TreeMap::new)));
  }

  /**
   * Brings the stack to {@code template} and returns its outputs; throws with every failed
   * resource's reason.
   */
  Map<String, String> deploy(String template, Map<String, String> parameters) {
    removeIfBroken();
    boolean exists = describe().filter(found -> isWhole(found.stackStatus())).isPresent();
    String changeSet = "deployment-" + System.currentTimeMillis();
    cloudFormation.createChangeSet(
        request ->
            request
                .stackName(stack)
                .changeSetName(changeSet)
                .changeSetType(exists ? ChangeSetType.UPDATE : ChangeSetType.CREATE)
                .templateBody(template)
                .parameters(parameters(parameters))
                .capabilities(
                    Capability.CAPABILITY_IAM,
                    Capability.CAPABILITY_NAMED_IAM,
                    Capability.CAPABILITY_AUTO_EXPAND));
    if (hasChanges(changeSet)) {
      execute(changeSet);
    }
    return outputs()
        .orElseThrow(
            () -> new LauncherException("the stack " + stack + " has gone during its deployment"));
  }

  private static List<Parameter> parameters(Map<String, String> values) {
    return values.entrySet().stream()
        .map(
            entry ->
                Parameter.builder()
                    .parameterKey(entry.getKey())
                    .parameterValue(entry.getValue())
                    .build())
        .toList();
  }

  /** Waits for the change set; false if it holds nothing to do. */
  private boolean hasChanges(String changeSet) {
    DescribeChangeSetResponse[] last = new DescribeChangeSetResponse[1];
    await(
        () -> {
          last[0] =
              cloudFormation.describeChangeSet(
                  request -> request.stackName(stack).changeSetName(changeSet));
          return last[0].status() == ChangeSetStatus.CREATE_COMPLETE
              || last[0].status() == ChangeSetStatus.FAILED;
        });
    if (last[0].status() == ChangeSetStatus.CREATE_COMPLETE) {
      return true;
    }
    String reason = String.valueOf(last[0].statusReason());
    if (reason.contains("didn't contain changes") || reason.contains("No updates")) {
      return false;
    }
    throw new LauncherException("the template was refused: " + reason);
  }

  private void execute(String changeSet) {
    cloudFormation.executeChangeSet(request -> request.stackName(stack).changeSetName(changeSet));
    await(
        () ->
            describe()
                .filter(found -> found.stackStatusAsString().endsWith("IN_PROGRESS"))
                .isEmpty());
    StackStatus status = describe().map(Stack::stackStatus).orElse(StackStatus.DELETE_COMPLETE);
    if (status != StackStatus.CREATE_COMPLETE && status != StackStatus.UPDATE_COMPLETE) {
      throw new LauncherException("the deployment failed (%s):\n%s".formatted(status, failures()));
    }
  }

  private String failures() {
    return cloudFormation
        .describeStackEvents(request -> request.stackName(stack))
        .stackEvents()
        .stream()
        .filter(event -> event.resourceStatusAsString().contains("FAILED"))
        .map(StackDeployer::failure)
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private static String failure(StackEvent event) {
    return "  %s: %s".formatted(event.logicalResourceId(), event.resourceStatusReason());
  }

  /** A stack whose creation failed can only be deleted. */
  private void removeIfBroken() {
    Optional<Stack> found = describe();
    if (found.isEmpty() || isWhole(found.get().stackStatus())) {
      return;
    }
    cloudFormation.deleteStack(request -> request.stackName(stack));
    await(
        () ->
            describe()
                .filter(left -> left.stackStatusAsString().endsWith("IN_PROGRESS"))
                .isEmpty());
  }

  private static boolean isWhole(StackStatus status) {
    return switch (status) {
      case CREATE_COMPLETE, UPDATE_COMPLETE, UPDATE_ROLLBACK_COMPLETE -> true;
      default -> false;
    };
  }

  private Optional<Stack> describe() {
    try {
      return cloudFormation.describeStacks(request -> request.stackName(stack)).stacks().stream()
          .filter(found -> found.stackStatus() != StackStatus.DELETE_COMPLETE)
          .findFirst();
    } catch (CloudFormationException e) {
      if (e.getMessage() != null && e.getMessage().contains("does not exist")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private void await(java.util.function.BooleanSupplier done) {
    if (!Poll.until(done, INTERVAL, LONGEST)) {
      throw new LauncherException(
          "the stack %s is still busy after %d minutes".formatted(stack, LONGEST.toMinutes()));
    }
  }
}
