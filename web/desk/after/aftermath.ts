import { useQuery } from '@tanstack/preact-query';
import { api, type Schemas } from '../../../client/api.ts';
import { dataOf } from '../refused.ts';

export type Attendance = Schemas['AttendanceAnswer'];
export type Attendee = Schemas['AttendeeAnswer'];
export type Question = Schemas['QuestionEntry'];
export type Poll = Schemas['PollEntry'];
export type ChatMessage = Schemas['ChatEntry'];

/** Where each of a session's tables is to be had as a file. */
export function tableAddress(sessionId: string, part: 'attendance' | 'chat' | 'questions' | 'polls'): string {
  return `/api/sessions/${sessionId}/${part}?format=csv`;
}

const where = (id: string) => ({ params: { path: { id } } });

export function useAttendance(id: string) {
  return useQuery({ queryKey: ['sessions', id, 'attendance'], queryFn: () => dataOf(api.GET('/api/sessions/{id}/attendance', where(id))) as Promise<Attendance> });
}

export function useQuestions(id: string) {
  return useQuery({ queryKey: ['sessions', id, 'questions'], queryFn: async () => (await (dataOf(api.GET('/api/sessions/{id}/questions', where(id))) as Promise<{ items: Question[] }>)).items });
}

export function usePolls(id: string) {
  return useQuery({ queryKey: ['sessions', id, 'polls'], queryFn: async () => (await (dataOf(api.GET('/api/sessions/{id}/polls', where(id))) as Promise<{ items: Poll[] }>)).items });
}

export function useChat(id: string) {
  return useQuery({ queryKey: ['sessions', id, 'chat'], queryFn: async () => (await (dataOf(api.GET('/api/sessions/{id}/chat', where(id))) as Promise<{ items: ChatMessage[] }>)).items });
}
