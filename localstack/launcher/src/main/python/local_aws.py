"""Starts MiniStack 1.5.33 with the corrections that Aisle's template needs.

Each correction is one function: its docstring says what AWS does and what MiniStack does instead, its body replaces the
smallest piece of MiniStack that repairs it. They reach into internals of one exact version; the tests named
*CorrectionsTest run each behaviour twice, with the correction and without, so an upgrade that makes one needless or
breaks it fails the build.

Environment, besides MiniStack's own:
  LAMBDA_HOST_URL        where functions are invoked: POST the event, the function's name and version in headers
  AISLE_CORRECTIONS_OFF  numbers of corrections to leave out, separated by commas (for the tests)
"""
import contextvars
import functools
import http.client
import json
import os
import threading
import time
from urllib.parse import urlsplit

import ministack.app as app
from ministack.services import apigateway, cloudformation, cloudwatch, cloudwatch_logs, sqs
from ministack.services import lambda_svc as functions
from ministack.services.cloudformation import engine, provisioners

ACCOUNT = "000000000000"
HOST_URL = os.environ.get("LAMBDA_HOST_URL", "http://127.0.0.1:9100/invoke")
COLD_START_SECONDS = 90
RESOURCES = provisioners._RESOURCE_HANDLERS


def config_of(function):
    return function.get("config") or function


# ---------------------------------------------------------------------------------------------------------------- 1
def routes_in_the_api_body():
    """SAM writes every route, authorizer, CORS rule and tag of an HttpApi into the Body of AWS::ApiGatewayV2::Api.
    MiniStack drops the Body: the stack is CREATE_COMPLETE and has no route."""
    handler = RESOURCES["AWS::ApiGatewayV2::Api"]
    create, update = handler["create"], handler["update"]

    def create_with_body(logical_id, properties, stack):
        body = properties.get("Body")
        if not isinstance(body, dict):
            return create(logical_id, properties, stack)
        tags = {tag["name"]: tag["x-amazon-apigateway-tag-value"] for tag in body.get("tags", [])}
        # Among them ms-custom-id, which MiniStack takes as the API's id.
        made = create(logical_id, properties | {"Tags": tags | (properties.get("Tags") or {})}, stack)
        import_body(made[0], body)
        return made

    def update_with_body(physical_id, old, new, stack, logical_id=None):
        made = update(physical_id, old, new, stack, logical_id)
        if isinstance(new.get("Body"), dict):
            import_body(made[0], new["Body"])
        return made

    handler["create"], handler["update"] = create_with_body, update_with_body


def import_body(api_id, body):
    for store in (apigateway._routes, apigateway._integrations, apigateway._authorizers):
        store[api_id] = {}
    authorizers = import_authorizers(api_id, body)
    for path, methods in (body.get("paths") or {}).items():
        for method, operation in methods.items():
            if "x-amazon-apigateway-integration" in operation:
                import_route(api_id, path, method, operation, authorizers)
    if body.get("x-amazon-apigateway-cors"):
        apigateway._apis[api_id]["corsConfiguration"] = body["x-amazon-apigateway-cors"]


def import_authorizers(api_id, body):
    """Name in the document -> (kind, id)."""
    kept = ("jwtConfiguration", "authorizerUri", "authorizerPayloadFormatVersion", "authorizerResultTtlInSeconds",
            "enableSimpleResponses")
    authorizers = {}
    for name, scheme in (body.get("components", {}).get("securitySchemes") or {}).items():
        authorizer = scheme.get("x-amazon-apigateway-authorizer")
        if not authorizer:
            continue
        source = authorizer.get("identitySource", "$request.header.Authorization")
        kind = authorizer.get("type", "jwt").upper()
        made = created(apigateway._create_authorizer(api_id, {
            "name": name,
            "authorizerType": kind,
            "identitySource": source if isinstance(source, list) else [part.strip() for part in source.split(",")],
            **{key: authorizer[key] for key in kept if key in authorizer},
        }))
        authorizers[name] = ("JWT" if kind == "JWT" else "CUSTOM", made["authorizerId"])
    return authorizers


def import_route(api_id, path, method, operation, authorizers):
    integration = operation["x-amazon-apigateway-integration"]
    made = created(apigateway._create_integration(api_id, {
        "integrationType": integration.get("type", "aws_proxy").upper(),
        "integrationUri": integration.get("uri", ""),
        "integrationMethod": integration.get("httpMethod", "POST"),
        "payloadFormatVersion": str(integration.get("payloadFormatVersion", "2.0")),
    }))
    verb = "ANY" if method == "x-amazon-apigateway-any-method" else method.upper()
    route = {
        "routeKey": "$default" if path in ("$default", "/$default") else f"{verb} {path}",
        "target": "integrations/" + made["integrationId"],
    }
    for requirement in operation.get("security") or []:
        for name, scopes in requirement.items():
            if name in authorizers:
                kind, authorizer_id = authorizers[name]
                route |= {"authorizationType": kind, "authorizerId": authorizer_id, "authorizationScopes": scopes}
            elif name == "AWS_IAM":
                route["authorizationType"] = "AWS_IAM"
    apigateway._create_route(api_id, route)


def created(response):
    return json.loads(response[2])


# ---------------------------------------------------------------------------------------------------------------- 2
def nested_templates():
    """CloudFormation expands SAM in nested templates too and can update them. MiniStack expands the root only
    ("Unsupported resource type: AWS::Serverless::Function"), and an update of a nested stack loses the attributes of
    every resource that it does not change."""
    inside = contextvars.ContextVar("inside a nested stack", default=False)
    parse, deploy, update = engine._parse_template, provisioners._cfn_nested_stack_deploy, provisioners._update_resource

    def parse_and_expand(body, *args, **kwargs):
        template = parse(body, *args, **kwargs)
        return engine._apply_transforms(template) if inside.get() else template

    @functools.wraps(deploy)
    def deploy_nested(*args, **kwargs):
        token = inside.set(True)
        try:
            return deploy(*args, **kwargs)
        finally:
            inside.reset(token)

    def update_keeping_attributes(kind, physical_id, old, new, stack, logical_id, *args, **kwargs):
        resources = (cloudformation._stacks.get(stack) or {}).get("_resources", {})
        before = resources.get(logical_id, {}).get("Attributes") or {}
        if inside.get() and old == new:
            return physical_id, before
        new_id, attributes = update(kind, physical_id, old, new, stack, logical_id, *args, **kwargs)
        if inside.get() and new_id == physical_id:
            attributes = {**before, **(attributes or {})}
        return new_id, attributes

    engine._parse_template = parse_and_expand
    provisioners._cfn_nested_stack_deploy = deploy_nested
    provisioners._update_resource = update_keeping_attributes


# ---------------------------------------------------------------------------------------------------------------- 3
def java_functions_at_the_host():
    """Lambda runs java25 itself. MiniStack needs Docker for it, or a local address in the template; and its proxy hides
    the type of an error inside a string. Java functions are invoked at LAMBDA_HOST_URL instead: status 200 is the
    answer, any other status an error object with errorType and errorMessage."""
    own_url = functions._proxy_url_for

    def url_for(config):
        is_java = str(config.get("Runtime", "")).startswith("java")
        return own_url(config) or (HOST_URL if is_java else None)

    functions._proxy_url_for = url_for
    functions._execute_function_proxy = invoke_at_host


def invoke_at_host(function, event, url, request_id):
    config = config_of(function)
    # The host enforces the function's own timeout, from the warm process on.
    seconds = int(config.get("Timeout") or 3) + COLD_START_SECONDS
    target = urlsplit(url)
    headers = {
        "Content-Type": "application/json",
        "X-Amzn-Lambda-Function-Name": config.get("FunctionName", ""),
        "X-Amzn-Lambda-Function-Version": config.get("Version", "$LATEST"),
        "X-Amzn-Lambda-Request-Id": request_id,
    }
    connection = http.client.HTTPConnection(target.hostname, target.port, timeout=seconds)
    try:
        connection.request("POST", target.path, json.dumps(event, ensure_ascii=False).encode(), headers)
        response = connection.getresponse()
        status, text = response.status, response.read().decode("utf-8", "replace")
    except OSError as error:
        return failure("Runtime.Unavailable", f"function host: {error}")
    finally:
        connection.close()
    try:
        value = json.loads(text) if text else None
    except ValueError:
        value = text
    return {"body": value} if status == 200 else {"body": value, "error": True}


def failure(kind, message):
    return {"body": {"errorType": kind, "errorMessage": message}, "error": True}


# ---------------------------------------------------------------------------------------------------------------- 4
def uncaught_error_is_500():
    """An HTTP API answers 500 {"message":"Internal Server Error"} when its function fails. MiniStack answers 502 with
    the error object, stack trace included."""
    to_response = functions.lambda_execute_result_to_api_proxy_response

    def response(result):
        if result.get("error"):
            body = '{"message":"Internal Server Error"}'
            return {"statusCode": 500, "headers": {"Content-Type": "application/json"}, "body": body}, None
        return to_response(result)

    functions.lambda_execute_result_to_api_proxy_response = response


# ---------------------------------------------------------------------------------------------------------------- 5
def unknown_item_fails_the_batch():
    """A batchItemFailures entry that names no message of the batch fails the whole batch. MiniStack ignores it and
    deletes every message."""
    execute = functions._execute_function_proxy

    def checked(function, event, url, request_id):
        result = execute(function, event, url, request_id)
        records = event.get("Records") if isinstance(event, dict) else None
        if not records or records[0].get("eventSource") != "aws:sqs" or result.get("error"):
            return result
        known = {record.get("messageId") for record in records}
        value = result.get("body")
        failures = value.get("batchItemFailures") if isinstance(value, dict) else None
        if any(item.get("itemIdentifier") not in known for item in failures or []):
            return failure("InvalidBatchResponse", "batchItemFailures names an unknown itemIdentifier")
        return result

    functions._execute_function_proxy = checked


# ---------------------------------------------------------------------------------------------------------------- 6
def every_path_reaches_the_api():
    """All paths of an HTTP API's host belong to the API. MiniStack answers /health, /v2/... and some more with pages of
    its own: 200 although no function ran. The stage's full path avoids them."""
    inner = app.app

    async def routed(scope, receive, send):
        if scope["type"] == "http":
            host = next((value.decode() for name, value in scope["headers"] if name == b"host"), "")
            api = app._EXECUTE_API_RE.match(host)
            if api and apigateway.find_api_scope(api.group(1)) and "$default" in apigateway.stages_for_api(api.group(1)):
                raw = scope.get("raw_path", scope["path"].encode())
                scope = dict(scope, path="/$default" + scope["path"], raw_path=b"/$default" + raw)
        return await inner(scope, receive, send)

    app.app = routed


# ---------------------------------------------------------------------------------------------------------------- 7
def ref_of_a_secret_is_its_arn():
    """Ref of AWS::SecretsManager::Secret is the secret's ARN. MiniStack gives its name."""
    handler = RESOURCES["AWS::SecretsManager::Secret"]
    create, update, delete = handler["create"], handler["update"], handler["delete"]

    def name_of(physical_id):
        suffix = len("-AbCdEf")
        return physical_id.split(":secret:")[1][:-suffix] if physical_id.startswith("arn:") else physical_id

    def by_arn(made):
        return made[1]["Arn"], made[1]

    handler["create"] = lambda *args: by_arn(create(*args))
    handler["update"] = lambda physical_id, *args, **kwargs: by_arn(update(name_of(physical_id), *args, **kwargs))
    handler["delete"] = lambda physical_id, *args: delete(name_of(physical_id), *args)


# ---------------------------------------------------------------------------------------------------------------- 8
def embedded_metrics():
    """Log lines in the embedded metric format become CloudWatch metrics. For MiniStack they are plain text."""
    append = cloudwatch_logs._append_log_events

    def append_and_measure(stream, events):
        append(stream, events)
        for event in events:
            if '"CloudWatchMetrics"' in event["message"]:
                try:
                    record_embedded(json.loads(event["message"]))
                except (ValueError, KeyError, TypeError):
                    pass  # CloudWatch too keeps a malformed line as text.

    cloudwatch_logs._append_log_events = append_and_measure


def record_embedded(line):
    for directive in line["_aws"]["CloudWatchMetrics"]:
        for names in directive.get("Dimensions") or [[]]:
            dimensions = {name: str(line[name]) for name in names}
            for metric in directive["Metrics"]:
                values = line.get(metric["Name"], [])
                for value in values if isinstance(values, list) else [values]:
                    cloudwatch.record_metric(
                        directive["Namespace"], metric["Name"], value, metric.get("Unit", "None"), dimensions)


# ---------------------------------------------------------------------------------------------------------------- 9
def alarms():
    """An alarm looks at its dimensions, periods, datapoints and missing data, whenever time passes. MiniStack evaluates
    at PutMetricData only and over all points of the metric's name. (Metric math and anomaly bands are not evaluated.)"""
    record = cloudwatch.record_metric

    def record_and_evaluate(namespace, metric, *args, **kwargs):
        record(namespace, metric, *args, **kwargs)
        for alarm in list(cloudwatch._alarms.values()):
            if alarm.get("Namespace") == namespace and alarm.get("MetricName") == metric:
                evaluate(alarm)

    def evaluate_for_ever():
        while True:
            time.sleep(10)
            cloudwatch._evaluate_all_alarms()

    cloudwatch._evaluate_alarm = evaluate
    cloudwatch.record_metric = record_and_evaluate
    threading.Thread(target=evaluate_for_ever, daemon=True).start()


COMPARISONS = {
    "GreaterThanOrEqualToThreshold": float.__ge__,
    "GreaterThanThreshold": float.__gt__,
    "LessThanThreshold": float.__lt__,
    "LessThanOrEqualToThreshold": float.__le__,
}


def evaluate(alarm):
    if alarm.get("ComparisonOperator") not in COMPARISONS or not alarm.get("MetricName"):
        return
    periods = int(alarm.get("EvaluationPeriods", 1))
    breaches = [is_breaching(alarm, value) for value in values_by_period(alarm, periods)]
    missing, old = alarm.get("TreatMissingData", "missing"), alarm["StateValue"]
    if missing in ("breaching", "notBreaching"):
        breaches = [missing == "breaching" if breach is None else breach for breach in breaches]
    if all(breach is None for breach in breaches):
        new = "INSUFFICIENT_DATA" if missing == "missing" else old
    else:
        new = "ALARM" if breaches.count(True) >= int(alarm.get("DatapointsToAlarm") or periods) else "OK"
    if new != old:
        change_state(alarm, old, new, f"{breaches.count(True)} of the last {periods} datapoints breached "
                                      f"{alarm['ComparisonOperator']} {alarm['Threshold']}")


def values_by_period(alarm, periods):
    """The statistic of each period, newest first; None where there is no data."""
    dimensions = cloudwatch._dims_key(cloudwatch._dims_from_list(alarm.get("Dimensions") or []))
    points = list(cloudwatch._metrics.get((alarm["Namespace"], alarm["MetricName"], dimensions), []))
    statistic = alarm.get("ExtendedStatistic") or alarm.get("Statistic", "Average")
    seconds, now = int(alarm.get("Period", 60)), time.time()
    for index in range(periods):
        end = now - index * seconds + (1 if index == 0 else 0)  # a point that was recorded just now counts
        window = [point for point in points if now - (index + 1) * seconds <= point["Timestamp"] < end]
        yield cloudwatch._stat_value(cloudwatch._calc_stats(window), statistic, window) if window else None


def is_breaching(alarm, value):
    return None if value is None else COMPARISONS[alarm["ComparisonOperator"]](float(value), float(alarm["Threshold"]))


def change_state(alarm, old, new, reason):
    alarm.update(StateValue=new, StateReason=reason, StateUpdatedTimestamp=int(time.time()))
    cloudwatch._record_history(alarm["AlarmName"], old, new, reason)
    cloudwatch._dispatch_alarm_actions(alarm, old, new, reason)
    cloudwatch._evaluate_parent_alarms(alarm)


# --------------------------------------------------------------------------------------------------------------- 10
def visibility_timeout_covers_the_function():
    """Lambda refuses an event source whose queue's visibility timeout is below the function's timeout. MiniStack takes
    it, so a template that cannot be deployed would work here."""
    handler = RESOURCES["AWS::Lambda::EventSourceMapping"]
    create = handler["create"]

    def checked(logical_id, properties, stack, *args):
        source = str(properties.get("EventSourceArn", ""))
        name = source.rsplit(":", 1)[-1]
        queue = next((queue for url, queue in sqs._queues.items() if url.endswith("/" + name)), None)
        region = os.environ.get("MINISTACK_REGION", "us-east-1")
        function, config = functions._get_func_record_for_ref_in_scope(
            properties["FunctionName"], account_id=ACCOUNT, region=region)[:2]
        if ":sqs:" in source and queue and config:
            visibility = int(queue["attributes"].get("VisibilityTimeout", 30))
            timeout = int(config.get("Timeout") or 3)
            if visibility < timeout:
                raise ValueError(f"Queue visibility timeout: {visibility} seconds is less than "
                                 f"Function timeout: {timeout} seconds")
        return create(logical_id, properties, stack, *args)

    handler["create"] = checked


# --------------------------------------------------------------------------------------------------------------- 11
def every_invocation_is_measured():
    """AWS/Lambda metrics count every invocation. MiniStack counts those of the Invoke API, not those that come from an
    HTTP API or a queue."""
    execute, emit = functions._execute_function_proxy, functions._emit_lambda_metrics

    def measured(function, event, url, request_id):
        start = time.time()
        result = execute(function, event, url, request_id)
        dimensions = {"FunctionName": config_of(function)["FunctionName"]}
        failed, milliseconds = int(bool(result.get("error"))), (time.time() - start) * 1000
        cloudwatch.record_metric("AWS/Lambda", "Invocations", 1, "Count", dimensions)
        cloudwatch.record_metric("AWS/Lambda", "Errors", failed, "Count", dimensions)
        cloudwatch.record_metric("AWS/Lambda", "Duration", milliseconds, "Milliseconds", dimensions)
        return result

    def throttles_only(name, **kwargs):
        return emit(name, **kwargs) if kwargs.get("throttle") else None

    functions._execute_function_proxy = measured
    functions._emit_lambda_metrics = throttles_only


# --------------------------------------------------------------------------------------------------------------- 12
def large_batches_and_windows():
    """A standard queue's mapping takes up to BatchSize messages (as far as 6 MB go) and waits up to
    MaximumBatchingWindowInSeconds for them to come. MiniStack never takes more than 10 and never waits. A FIFO queue
    gives 10 at most and has no window, as on AWS. More than 10 without a window is refused, as on AWS."""
    most_bytes, envelope_bytes = 6 * 1024 * 1024, 1024
    waiting_since = {}

    def fitting(messages):
        size = 0
        for count, message in enumerate(messages):
            size += len(json.dumps(message["body"])) + envelope_bytes
            if size > most_bytes and count > 0:
                return count
        return len(messages)

    def window_of(queue):
        arn = queue["attributes"].get("QueueArn")
        mapping = next((one for one in functions._esms.values() if one["EventSourceArn"] == arn), {})
        return int(mapping.get("MaximumBatchingWindowInSeconds") or 0)

    def is_gathering(url, queue, now):
        window = window_of(queue)
        if not window:
            return False
        if url not in waiting_since:
            waiting_since[url] = now
            threading.Timer(window, functions._esm_wake.set).start()
        return now - waiting_since[url] < window

    def receive(url, wanted):
        with sqs._queues_lock:
            queue = sqs._get_q(url)
            hidden_for = int(queue["attributes"].get("VisibilityTimeout", "30"))
            sqs._expire_retained(queue)
            sqs._dlq_sweep(queue)
            if queue["is_fifo"]:
                return sqs._collect_msgs(queue, min(int(wanted or 1), 10), hidden_for)
            now = time.time()
            visible = [message for message in queue["messages"] if message.get("visible_at", 0) <= now]
            batch = visible[:int(wanted or 1)]
            count = fitting(batch)
            is_full = count == int(wanted or 1) or count < len(batch)
            if batch and not is_full and is_gathering(url, queue, now):
                return []
            waiting_since.pop(url, None)
            return sqs._collect_msgs(queue, count, hidden_for)

    handler = RESOURCES["AWS::Lambda::EventSourceMapping"]
    create = handler["create"]

    def checked(logical_id, properties, stack, *args):
        source, size = str(properties.get("EventSourceArn", "")), int(properties.get("BatchSize") or 10)
        if ":sqs:" in source and size > 10:
            if source.endswith(".fifo"):
                raise ValueError("Batch size must not be greater than 10 for a FIFO queue")
            if not int(properties.get("MaximumBatchingWindowInSeconds") or 0):
                raise ValueError("Maximum batch window in seconds must be greater than 0 if maximum batch size is "
                                 "greater than 10")
        return create(logical_id, properties, stack, *args)

    handler["create"] = checked
    sqs._receive_messages_for_esm = receive


# --------------------------------------------------------------------------------------------------------------- 13
def buckets_outlive_their_stack():
    """On AWS a stack is never forgotten. MiniStack, killed, loses its stacks but keeps the objects, and then refuses to
    make a bucket that is still there: the template could not be deployed again. Such a bucket is taken over. And a
    bucket that is not empty is never deleted (AWS: BucketNotEmpty); MiniStack deletes it with all that is in it."""
    handler = RESOURCES["AWS::S3::Bucket"]
    create, update, delete = handler["create"], handler["update"], handler["delete"]

    def create_or_take_over(logical_id, properties, stack):
        name = properties.get("BucketName")
        if name and name in provisioners._s3._buckets:
            update(name, {}, properties, stack)
            return name, provisioners._s3_attrs(name)
        return create(logical_id, properties, stack)

    def delete_if_empty(physical_id, properties):
        if provisioners._s3._buckets.get(physical_id, {}).get("objects"):
            raise ValueError(f"The bucket you tried to delete is not empty: {physical_id}")
        return delete(physical_id, properties)

    handler["create"], handler["delete"] = create_or_take_over, delete_if_empty
    provisioners.s3_bucket_name_conflict = lambda name: None


# --------------------------------------------------------------------------------------------------------------- 14
def numbers_of_a_mapping():
    """CloudFormation turns the text of a parameter (MaximumConcurrency: !Ref Concurrency) into the number that the
    property is. MiniStack keeps the text, and then the poller fails at every comparison: no queue is read any more."""
    handler = RESOURCES["AWS::Lambda::EventSourceMapping"]
    create, update = handler["create"], handler["update"]
    names = ("BatchSize", "MaximumBatchingWindowInSeconds", "MaximumRetryAttempts", "MaximumRecordAgeInSeconds",
             "ParallelizationFactor", "MaximumConcurrency")

    def with_numbers(properties):
        numbers = {name: int(properties[name]) for name in names if isinstance(properties.get(name), str)}
        scaling = properties.get("ScalingConfig")
        if isinstance(scaling, dict):
            numbers["ScalingConfig"] = with_numbers(scaling)
        return properties | numbers

    handler["create"] = lambda logical_id, properties, *args: create(logical_id, with_numbers(properties), *args)
    handler["update"] = lambda physical_id, old, new, *args: update(physical_id, old, with_numbers(new), *args)


# --------------------------------------------------------------------------------------------------------------- 15
def state_is_read_once():
    """On AWS time does not run backwards. MiniStack writes its state when it stops and keeps the file: killed, it comes
    up with a stack and messages of some earlier day. Without the file it comes up with objects only, and the launcher
    sees that it has to deploy again."""
    load = app.load_state

    def load_and_remove(service):
        state = load(service)
        file = os.path.join(os.environ.get("STATE_DIR", ""), service + ".json")
        if os.path.exists(file):
            os.remove(file)
        return state

    app.load_state = load_and_remove


CORRECTIONS = {
    1: routes_in_the_api_body,
    2: nested_templates,
    3: java_functions_at_the_host,
    4: uncaught_error_is_500,
    5: unknown_item_fails_the_batch,
    6: every_path_reaches_the_api,
    7: ref_of_a_secret_is_its_arn,
    8: embedded_metrics,
    9: alarms,
    10: visibility_timeout_covers_the_function,
    11: every_invocation_is_measured,
    12: large_batches_and_windows,
    13: buckets_outlive_their_stack,
    14: numbers_of_a_mapping,
    15: state_is_read_once,
}

if __name__ == "__main__":
    left_out = {int(number) for number in os.environ.get("AISLE_CORRECTIONS_OFF", "").split(",") if number.strip()}
    for number, correct in CORRECTIONS.items():
        if number not in left_out:
            correct()
    app.main()
