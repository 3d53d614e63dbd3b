import type { Script } from "./script.ts"

/**
 * Restarts the lease of an owner. KEYS: lock. ARGV: owner, lease in milliseconds. Returns 1, or 0 if it lost the lock.
 */
export const renewLease: Script = {
  lua: `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return 0`,
  sha1: "5765d8a3b63c4ae6047608645b08c78e64475680"
}

/** Releases the lock of an owner. KEYS: lock. ARGV: owner. */
export const releaseLease: Script = {
  lua: `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`,
  sha1: "7f8f6677b8f2b4b65b9b9905151ced126e6b7e49"
}

/**
 * Writes a record atomically if the owner still has the lock, so that an owner that was paused past its lease cannot
 * overwrite the record of its successor. KEYS: lock, record. ARGV: owner, record, milliseconds to keep it or an empty
 * string.
 */
export const fencedSet: Script = {
  lua: `if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
if ARGV[3] == '' then redis.call('SET', KEYS[2], ARGV[2]) else redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3]) end
return 1`,
  sha1: "61bbe7b85201838d092c03a5f2ea4fb4c9613586"
}

/*
 * Reads the bucket of a device, a hash: `t` is the time from which the sustained rate permits a request (GCRA's theoretical
 * arrival time), `h` the end of the hold after a 429, and `b` the rest of a burst that does not refill. Times are
 * milliseconds of the server's clock, so that the clocks of callers have no effect. If
 * that clock goes back, as after a failover, a device waits no longer than for its burst. ARGV: milliseconds between two requests;
 * the burst less the headroom; 1 if the burst is available once; milliseconds for which this is remembered.
 */
const readBucket = `local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local interval, full, once, memory = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3] == '1', tonumber(ARGV[4])
local stored = redis.call('HMGET', KEYS[1], 't', 'h', 'b')
local free, held, burst = tonumber(stored[1]) or 0, tonumber(stored[2]) or 0, tonumber(stored[3])
free = math.max(now, math.min(free, now + (full + 1) * interval))
if not burst and once then burst = full end
`

/** Takes a request from a bucket. KEYS: bucket. Returns 0, or the milliseconds after which to try again. */
export const takeRequest: Script = {
  lua: `${readBucket}local wait
if burst and burst >= 1 then wait = 0 else wait = free - (burst or full) * interval - now end
wait = math.max(wait, held - now)
if wait > 0 then return math.ceil(wait) end
if not burst then
  free = free + interval
  redis.call('HSET', KEYS[1], 't', free)
  redis.call('PEXPIRE', KEYS[1], math.max(1, math.ceil(free - now)))
  return 0
end
if free <= now then
  free = now + interval
elseif burst >= 1 then
  burst = burst - 1
else
  free = math.ceil(math.max(now, free - burst * interval)) + interval
  burst = 0
end
redis.call('HSET', KEYS[1], 't', free, 'b', burst)
redis.call('PEXPIRE', KEYS[1], memory)
return 0`,
  sha1: "061b4f2e62ea45068c325a493de0646d24290467"
}

/**
 * Records a 429: the device is held, and its burst does not refill. KEYS: bucket. ARGV: as above, and the milliseconds
 * to hold.
 */
export const rejectRequest: Script = {
  lua: `${readBucket}held = math.max(held, now + tonumber(ARGV[5]))
redis.call('HSET', KEYS[1], 't', math.max(free, now + interval), 'h', held, 'b', 0)
redis.call('PEXPIRE', KEYS[1], math.max(memory, held - now))
return 1`,
  sha1: "491162209548123e6168ba73c6b1a711368e5b04"
}
