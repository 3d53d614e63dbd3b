/**
 * Client credentials, access tokens, lock and throttle in Redis or Valkey, shared by all servers. Contains no Redis
 * client: pass a function that sends a command.
 *
 * @module
 */
export type { RedisCommand, RedisConnection } from "./connection.ts"
export { inspectRedis, type RedisProblem, type RedisReport } from "./inspect-redis.ts"
export { redisStore, type RedisStoreOptions } from "./redis-store.ts"
export { redisThrottle, type RedisThrottleOptions } from "./redis-throttle.ts"
