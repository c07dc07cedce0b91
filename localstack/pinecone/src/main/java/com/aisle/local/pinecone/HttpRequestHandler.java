package com.aisle.local.pinecone;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;

/** Asks the control plane, away from the event loop, and writes its answer. */
@SuppressWarnings("FutureReturnValueIgnored") // Netty reports failures to the pipeline as well
final class HttpRequestHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

  private final ControlPlane controlPlane;
  private final Executor workers;

  HttpRequestHandler(ControlPlane controlPlane, Executor workers) {
    this.controlPlane = controlPlane;
    this.workers = workers;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    String method = request.method().name();
    String path = new QueryStringDecoder(request.uri()).path();
    String body = request.content().toString(StandardCharsets.UTF_8);
    boolean keepAlive = HttpUtil.isKeepAlive(request);
    workers.execute(() -> write(context, controlPlane.handle(method, path, body), keepAlive));
  }

  private static void write(
      ChannelHandlerContext context, ControlPlane.Answer answer, boolean keepAlive) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(answer.status()),
            Unpooled.copiedBuffer(answer.body(), StandardCharsets.UTF_8));
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON);
    HttpUtil.setContentLength(response, response.content().readableBytes());
    HttpUtil.setKeepAlive(response, keepAlive);
    var written = context.writeAndFlush(response);
    if (!keepAlive) {
      written.addListener(ChannelFutureListener.CLOSE);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }
}
